import { readAddress } from './address.ts';
import { openPage } from './page.ts';

openPage(readAddress());
