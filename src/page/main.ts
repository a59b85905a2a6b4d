import { readAddress } from './address.ts';
import { speakLanguage } from './language.ts';
import { openPage } from './page.ts';

await speakLanguage();
openPage(readAddress());
