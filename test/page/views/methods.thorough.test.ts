import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { METHODS } from '../../../src/methods/index.ts';
import type { Parameter } from '../../../src/models/parameter.ts';
import { openPage } from '../../support/browser.ts';
import { choose, frames, queryWith, row, setNumber, SMALL } from '../helpers.ts';

/** Gives a parameter another value than its default by its row; what the address then says. */
async function change(page: Page, parameter: Parameter): Promise<string> {
  const { name, symbol } = parameter;
  // The panel takes a change up in the next frame; what is typed into a row that goes then is given up.
  await page.evaluate(frames, 2);
  switch (parameter.kind) {
    case 'number': {
      const value = parameter.integer ? parameter.default + 1 : parameter.default / 2;
      await setNumber(page, symbol, value);
      return `${name}=${value}`;
    }
    case 'choice': {
      const other = parameter.options.find((option) => option !== parameter.default)!;
      await choose(page, symbol, other);
      return `${name}=${other}`;
    }
    case 'boolean':
      await row(page, symbol).locator('input').click();
      return `${name}=${!parameter.default}`;
  }
}

test('every parameter of every method is a row of the panel and in the address', async () => {
  const { page, problems, close } = await openPage({ path: `?model=wgan-clip&${SMALL}` });
  for (const method of METHODS) {
    await choose(page, 'method', method.title);
    await queryWith(page, method.id === 'rk4' ? 'model' : `method=${method.id}`);
    for (const parameter of method.parameters) await queryWith(page, await change(page, parameter));
  }
  expect(problems).toEqual([]);
  await close();
});
