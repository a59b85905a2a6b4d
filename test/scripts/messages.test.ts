import { IntlMessageFormat } from 'intl-messageformat';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { withParsedTexts } from '../../scripts/vite/messages.js';

test('messages are parsed where there is something to parse, and say the same', () => {
  const texts = {
    'a.plain': 'Play (space), "once"',
    'a.value': "{symbol} from {from} to {to}, isn’t it; isn't it",
    'a.braces': "JSON, '{'a'}'",
    'a.plural': '{n, plural, one {# start} other {# starts}} of {m, number}, x < y',
  };
  const code = `export default ${JSON.stringify(texts)}`;
  const written = withParsedTexts(code, parseAst(code)).replace('export default ', '');
  const built: Record<string, string> = JSON.parse(written);
  expect(built['a.plain']).toBe(texts['a.plain']);
  const values = { symbol: 'x', from: 1, to: 2, n: 1, m: 3 };
  for (const [id, text] of Object.entries(texts)) {
    const said = (message: string) =>
      new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).format(values);
    if (id !== 'a.plain') expect(Array.isArray(built[id]), id).toBe(true);
    expect(said(built[id]!), id).toBe(said(text));
  }
});

test('what is no plain text, or none of ICU’s, ends the build', () => {
  const of = (code: string) => () => withParsedTexts(code, parseAst(code));
  expect(of('export const texts = { a: b + "c" };')).toThrow('no message: b + "c"');
  expect(of('export const texts = { a: "{n" };')).toThrow('EXPECT_ARGUMENT_CLOSING_BRACE');
});
