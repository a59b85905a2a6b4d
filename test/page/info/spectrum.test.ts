import { expect, test } from 'vitest';
import { openPage } from '../../support/browser.ts';
import { row, SMALL } from '../helpers.ts';

test('eigenvalues stand beside the formula, as numbers and as points', async () => {
  const { page, problems, close } = await openPage({
    path: `?model=ns-gan&l2=0.6&${SMALL}&time=40`,
    webgpu: false,
  });
  const text = page.locator('.eigenvalues');
  const points = () =>
    page.locator('.complex-plane').evaluate((plane) => {
      const place = (node: Element, name: string) => Number(node.getAttribute(name));
      const stable = plane.querySelector('.stable')!;
      return Array.from(plane.querySelectorAll('.eigenvalue'), (node) => ({
        x: place(node, 'cx'),
        y: place(node, 'cy'),
        // Inside the half-plane of a flow, or the disc of a rule.
        inside:
          stable.tagName === 'rect'
            ? place(node, 'cx') < place(stable, 'width')
            : Math.hypot(
                place(node, 'cx') - place(stable, 'cx'),
                place(node, 'cy') - place(stable, 'cy'),
              ) < place(stable, 'r'),
      }));
    });

  // -mu/2 +- sqrt(mu^2 - 1)/2, critical at mu = 1.
  await expect
    .poll(() => text.textContent())
    .toMatch(/−0\.3 ± 0\.4i: stable; critical damping at μ = 1/);
  const [up, down] = await points();
  expect(up!.inside && down!.inside).toBe(true);
  expect(up!.x).toBeCloseTo(down!.x, 6);
  expect(up!.y).toBeLessThan(down!.y);

  // The same game under simultaneous steps so long that they leave the disc.
  const method = row(page, 'method').locator('select');
  const groups = await method
    .locator('optgroup')
    .evaluateAll((all) => all.map((group) => group.getAttribute('label')));
  expect(groups).toEqual(['flow', 'training rule']);
  await method.selectOption('SimGD');
  await row(page, 'learning rate h')
    .locator('input[type=range]')
    .evaluate((slider: HTMLInputElement) => {
      slider.value = slider.max;
      slider.dispatchEvent(new Event('input'));
    });
  // 1 + 4 (-0.3 +- 0.4i)
  await expect.poll(() => text.textContent()).toMatch(/−0\.2 ± 1\.6i, \|ρ\| = 1\.61\d*: unstable/);
  expect((await points()).map(({ inside }) => inside)).toEqual([false, false]);
  expect(problems).toEqual([]);
  await close();
});
