import { readdirSync, readFileSync } from 'node:fs';
import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { afterEach, expect, test } from 'vitest';
import { COLUMNS, remarkOf } from '../../../src/experiment/engine.ts';
import { outcomeText } from '../../../src/experiment/texts.ts';
import { scaleFor } from '../../../src/figure/colour/colour-scale.ts';
import { layoutFigure } from '../../../src/figure/figure.ts';
import { MEASURES } from '../../../src/measures/index.ts';
import { declareMessages, englishOf, fill } from '../../../src/models/message.ts';
import { GpuUnavailable, openGpu } from '../../../src/gpu/context.ts';
import { ChoiceError } from '../../../src/experiment/refusal.ts';
import { assign, checkWhole } from '../../../src/experiment/schema.ts';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';
import { fromOtherQuery } from '../../../src/experiment/comparison.ts';
import { experimentFrom } from '../../../src/experiment/format/saved.ts';
import { languageAmong } from '../../../src/page/app/language.ts';
import { declared as englishDeclared } from '../../../src/page/messages/en/declared.ts';
import { english as initial } from '../../../src/page/messages/en/index.ts';
import { later } from '../../../src/page/messages/en/later/index.ts';
import {
  setLocale,
  translate,
  type Catalogue,
  type MessageId,
  type MessageKey,
} from '../../../src/page/messages/messages.ts';
import { t } from '../../../src/page/messages/later.ts';
import { chinese } from '../../../src/page/messages/zh/index.ts';
import { declaredTexts } from '../../support/declared.ts';
import { foreignWords } from '../../support/foreign.ts';
import { LANGUAGES, LOCALES } from '../../../src/page/messages/locales.ts';

const english = { ...initial, ...later };

afterEach(() => setLocale('en', { messages: english, declared: englishDeclared }));

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

/** The names in braces in the English text of a declaration. */
function namesIn(text: string): readonly string[] {
  return Array.from(new Set(text.match(/(?<=\{)\w+(?=\})/g))).toSorted();
}

const IDS = Object.keys(english) as readonly MessageId[];

test.each(LANGUAGES)('%s has every text, with the values of the English one', async (language) => {
  const loaded: Catalogue = await LOCALES[language].load();
  const { declared } = loaded;
  // English comes with the parts that say it.
  const messages = { ...(language === 'en' && later), ...loaded.messages };
  expect(Object.keys(messages).toSorted()).toEqual(IDS.toSorted());
  for (const id of IDS) expect(argumentsOf(messages[id]!), id).toEqual(argumentsOf(english[id]));
  const texts = new Map(declaredTexts().map(({ id, text }) => [id, namesIn(text)]));
  for (const [id, translation] of Object.entries<string>(declared)) {
    expect(texts.has(id), `${id} is declared`).toBe(true);
    expect(argumentsOf(translation), id).toEqual(texts.get(id));
  }
  // What reads skeletons is not in the page.
  expect([...Object.values(messages), ...Object.values(declared)].join('\n')).not.toContain('::');
});

test('no Chinese text is the English one, or has English in it', () => {
  const left = IDS.filter((id) => {
    const [en, zh] = [english[id] as string, chinese.messages[id]!];
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

test('all that is declared outside the page is in Chinese, under an id of its own', () => {
  const texts = new Map<string, string>();
  for (const { id, text } of declaredTexts()) {
    expect(texts.get(id) ?? text, `one English text for ${id}`).toBe(text);
    texts.set(id, text);
    const said = (chinese.declared[id] ?? text).replaceAll(/\{\w+\}/g, '');
    expect(foreignWords(said), `${id}: ${said}`).toEqual([]);
  }
});

test('figures say only what is declared', () => {
  const ids = new Set(declaredTexts().map(({ id }) => id));
  const asked: string[] = [];
  const fonts = { text: 'sans-serif', math: 'serif' };
  for (const { id } of MEASURES) {
    for (const theme of ['dark', 'light'] as const) {
      const experiment = withValues(defaultExperiment('f-gan', 'altgd'), {
        measure: id,
        noise: 0.1,
        rateD: 2,
        nonSaturating: true,
      });
      layoutFigure({
        experiment,
        scale: scaleFor(experiment, new Float32Array(COLUMNS), theme),
        panes: [{ kind: 'map' }, { kind: 'flow' }],
        size: { width: 1600 },
        theme,
        fonts,
        translate: (text) => {
          asked.push(text.id);
          return englishOf(text);
        },
      });
    }
  }
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter((id) => !ids.has(id))).toEqual([]);
});

test('a message is said in the page’s language with its values, or else in English', () => {
  speakChinese();
  const remark = remarkOf({ kind: 'gpu', adapter: 'SwiftShader' });
  expect(translate(remark)).toBe('float32（SwiftShader）');
  const unknown = declareMessages('model.new.theory', { ends: 'Ends {outcome} at {value}.' });
  const ends = fill(unknown.ends, { outcome: outcomeText('stuck'), value: -0.5 });
  expect(translate(ends)).toBe('Ends 停滞 at −0.5.');
  setLocale('en', { messages: english, declared: englishDeclared });
  expect(translate(ends)).toBe('Ends stalled at −0.5.');
});

test('why there is no WebGPU is said in the page’s language', async () => {
  speakChinese();
  const failure = await openGpu(undefined).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(GpuUnavailable);
  expect(translate((failure as GpuUnavailable).reason)).toMatch(/WebGPU.*都有/);
});

test('what the schema refuses is refused in Chinese', () => {
  speakChinese();
  const messages = [
    () => assign(defaultExperiment(), 'lambda', 1),
    () => assign(defaultExperiment('wgan-gp'), 'lambda', 'much'),
    () => assign(defaultExperiment(), 'seed', 0.5),
    () => assign(defaultExperiment(), 'l2', '50%'),
    () => assign(defaultExperiment(), 'l2', '1,234'),
    () => assign(defaultExperiment(), 'l2', '1,2,3'),
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
    () => experimentFrom('a.json', new TextEncoder().encode('')),
    () => experimentFrom('a.txt', new TextEncoder().encode('hello')),
    () => experimentFrom('a.svg', new TextEncoder().encode('<svg/>')),
    () => experimentFrom('a.svg', new TextEncoder().encode('<svg><metadata>{</metadata></svg>')),
    () => experimentFrom('a.json', new TextEncoder().encode('{"ganfield": 99}')),
  ].map((attempt) => {
    try {
      attempt();
      return 'nothing was refused';
    } catch (error) {
      if (!(error instanceof ChoiceError)) throw error;
      return translate(error.refusal);
    }
  });
  for (const message of messages) {
    expect(message).toMatch(/无效|未知/);
    expect(message).not.toMatch(
      /\b(expected|invalid|unknown|number from|one of|with|states|numbers|write|damaged)\b/,
    );
  }
});

test('mistakes of the other experiment in a link are told in Chinese', () => {
  speakChinese();
  const { ignored } = fromOtherQuery('model=wgan-gp&lambda=999', defaultExperiment());
  expect(ignored.map(translate)).toEqual(['with：lambda 无效：999，应为 0 到 100 之间的数']);
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
  expect(languageAmong(['xx', 'yy'])).toBeUndefined();
});
