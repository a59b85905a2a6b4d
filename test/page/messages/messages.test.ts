import { readdirSync, readFileSync } from 'node:fs';
import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { afterEach, expect, test } from 'vitest';
import { openGpu } from '../../../src/gpu/context.ts';
import { assign, checkWhole, ChoiceError } from '../../../src/experiment/schema.ts';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';
import { experimentFrom } from '../../../src/experiment/format/saved.ts';
import { languageAmong } from '../../../src/page/app/language.ts';
import { english } from '../../../src/page/messages/en/index.ts';
import {
  refused,
  sentences,
  setLocale,
  t,
  told,
  type MessageId,
  type MessageKey,
} from '../../../src/page/messages/messages.ts';
import { chinese } from '../../../src/page/messages/zh/index.ts';
import { declaredTexts } from '../../support/declared.ts';
import { foreignWords } from '../../support/foreign.ts';

afterEach(() => setLocale('en', { messages: english, declared: {} }));

const speakChinese = () => setLocale('zh-CN', chinese);

/** The names of the values that an ICU message takes. */
function argumentsOf(text: string): readonly string[] {
  const names = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.value);
      if ('options' in element) {
        for (const { value } of Object.values(element.options)) visit(value);
      }
    }
  };
  visit(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
  return [...names].toSorted();
}

const IDS = Object.keys(english) as readonly MessageId[];

test('both languages have the same texts, which take the same values', () => {
  expect(Object.keys(chinese.messages)).toEqual(IDS);
  for (const id of IDS) {
    expect(argumentsOf(chinese.messages[id]), id).toEqual(argumentsOf(english[id]));
  }
});

test('no Chinese text is the English one, or has English in it', () => {
  const left = IDS.filter((id) => {
    const [en, zh] = [english[id] as string, chinese.messages[id]];
    const said = zh.replaceAll(/\{\w+(, \w+)?\}/g, '');
    return (en === zh && /[a-z]{2}/i.test(said)) || foreignWords(said).length > 0;
  });
  expect(left).toEqual([]);
});

test('every text is said somewhere', () => {
  const folder = new URL('../../../src/page/', import.meta.url);
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/^messages.(en|zh)/.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  const families = Array.from(source.matchAll(/t\(`([\w.]+\.)\$\{/g), ([, start]) => start!);
  const silent = IDS.filter(
    (id) => !source.includes(`'${id}'`) && !families.some((start) => id.startsWith(start)),
  );
  expect(silent).toEqual([]);
});

test('a text has the plural of its number, which is written as everywhere in Ganfield', () => {
  expect(t('verify.findings.agrees', { count: 1 })).toBe('1 agrees within the tolerance.');
  expect(t('verify.findings.agrees', { count: 10_000 })).toBe(
    '10\u2009000 agree within the tolerance.',
  );
  // @ts-expect-error the compiler asks for what the text takes
  expect(() => t('notices.opened')).toThrow('file');
  // @ts-expect-error and refuses an id that does not exist
  expect(() => t('notices.closed')).toThrow(TypeError);
});

test('all that models, methods, measures and presets declare is translated', () => {
  const missing = [...declaredTexts()].flatMap(([text, owner]) =>
    foreignWords(chinese.terms![text] ?? text).length > 0 ? [`${owner}: ${text}`] : [],
  );
  expect(missing).toEqual([]);
});

test('no translation is of a text that nobody says any more', async () => {
  const declared = declaredTexts();
  const reason = await openGpu(undefined).then(
    () => '',
    (error: Error) => error.message,
  );
  const sources = ['gpu/context', 'gpu/engine', 'page/views/cpu-engine']
    .map((name) => readFileSync(new URL(`../../../src/${name}.ts`, import.meta.url), 'utf8'))
    .join('\n');
  const idle = Object.keys(chinese.terms!).filter(
    (text) => !declared.has(text) && !sources.includes(text),
  );
  expect(idle).toEqual([]);
  speakChinese();
  expect(told(reason)).toMatch(/WebGPU.*都有/);
});

test('a text without a translation is said as it is', () => {
  speakChinese();
  expect(sentences(['A new model.', 'Noise keeps every state moving.'])).toBe(
    'A new model.噪声使每个状态都不会停下。',
  );
});

test('what the schema refuses is refused in Chinese', () => {
  speakChinese();
  const messages = [
    () => assign(defaultExperiment(), 'lambda', 1),
    () => assign(defaultExperiment('wgan-gp'), 'lambda', 'much'),
    () => assign(defaultExperiment(), 'seed', 0.5),
    () => assign(defaultExperiment(), 'palette', 'grey'),
    () => assign(defaultExperiment(), 'model', 'dcgan'),
    () => assign(defaultExperiment(), 'method', 'sgd'),
    () => assign(defaultExperiment('f-gan'), 'nonSaturating', 'perhaps'),
    () => assign(defaultExperiment(), 'x', 'theta1'),
    () => assign(defaultExperiment(), 'hold', '1,2'),
    () => assign(defaultExperiment(), 'hold', 'psi=1'),
    () => assign(defaultExperiment(), 'starts', '1'),
    () => assign(defaultExperiment(), 'starts', '1;2;3;4;5;6;7;8;9'),
    () => checkWhole(withValues(defaultExperiment(), { time: 0.1, step: 0.1 })),
    () => experimentFrom('a.json', new TextEncoder().encode('{')),
    () => experimentFrom('a.json', new TextEncoder().encode('[]')),
    () => experimentFrom('a.json', new TextEncoder().encode('{"ganfield": 99}')),
  ].map((attempt) => {
    try {
      attempt();
      return 'nothing was refused';
    } catch (error) {
      if (!(error instanceof ChoiceError)) throw error;
      return refused(error.message);
    }
  });
  for (const message of messages) {
    expect(message).toMatch(/无效|未知/);
    expect(message).not.toMatch(
      /\b(expected|invalid|unknown|number from|one of|with|states|numbers)\b/,
    );
  }
});

test('index.html has the English texts that another language replaces', () => {
  const html = readFileSync(new URL('../../../index.html', import.meta.url), 'utf8');
  expect(html).toContain(`<title>${english['page.title']}</title>`);
  const tags = [...html.matchAll(/<[a-z]\w*\s[^>]*data-message[^>]*>([^<]*)/g)];
  expect(tags.length).toBeGreaterThan(15);
  const named = tags.flatMap(([tag, text]) =>
    [...tag.matchAll(/data-message(-\w+)?="(\w+)"/g)].map(([, kind, name]): string => {
      const attribute = { '-label': 'aria-label', '-title': 'title' }[kind ?? ''];
      const said = attribute ? tag.match(` ${attribute}="([^"]*)"`)?.[1] : text!.trim();
      const id = `page.${name as MessageKey<'page'>}` as const;
      expect(said, name).toBe(english[id].trim());
      return id;
    }),
  );
  const page = IDS.filter((id) => id.startsWith('page.') && id !== 'page.title');
  expect(new Set(named)).toEqual(new Set<string>(page));
});

test('the page speaks the first of a reader’s languages that it has', () => {
  expect(languageAmong(['zh-TW', 'en'])).toBe('zh');
  expect(languageAmong(['en-GB', 'zh-CN'])).toBe('en');
  expect(languageAmong(['fr', 'ZH'])).toBe('zh');
  expect(languageAmong(['fr', 'de'])).toBeUndefined();
});
