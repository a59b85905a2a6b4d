import { FRAME_SIDE } from '../../bench/frames.ts';
import type { Report } from '../../bench/report.ts';
import { runPlan, type Plan } from '../../bench/run.ts';
import { tablesOf } from '../../bench/tables.ts';
import { GpuUnavailable, openGpu, type GpuContext } from '../../gpu/context.ts';
import { MODELS } from '../../models/index.ts';
import { cpuEngineInWorkers } from '../views/cpu-engine.ts';
import { element, setText } from '../ui/dom.ts';
import { t } from '../messages/later.ts';
import { translate } from '../messages/messages.ts';
import { tableOf } from './bench-table.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './bench.css';
import { linkParameters } from '../../experiment/format/link.ts';
import { errorText } from '../messages/error-text.ts';

/** A short form of what `ganfield bench` measures: about a minute on a slow machine. */
function shortPlan(): Plan {
  const quick = linkParameters(location.search).get('bench') === 'quick';
  return {
    sections: ['engines', 'kernels', 'frames'],
    pairings: quick
      ? [{ model: 'ns-gan', method: 'rk4' }]
      : MODELS.map(({ id: model }) => ({ model, method: 'rk4' })),
    models: quick ? ['ns-gan'] : ['ns-gan', 'wgan', 'wgan-gp', 'gan-qp'],
    particles: quick ? [4096] : [65_536, 1_048_576],
    frameSide: quick ? 128 : FRAME_SIDE,
    sides: [],
    planeSide: 0,
    steps: [],
    rounds: quick ? 1 : 3,
    milliseconds: quick ? 5 : 100,
  };
}

/** Turns the page into one that measures its speed, shows it and saves it. */
export function openBench(): void {
  const root = document.documentElement;
  root.dataset['bench'] = '';
  document.title = `Ganfield: ${t('bench.title')}`;
  const remark = element('p', { role: 'status' });
  const facts = element('dl', { class: 'bench-facts' });
  const results = element('div', { class: 'bench-tables' });
  const bar = element('progress', { max: '1', value: '0', 'aria-label': t('bench.progress') });
  const again = element('button', { type: 'button', class: 'quiet' }, t('bench.again'));
  const copy = element('button', { type: 'button', class: 'quiet' }, t('bench.copy'));
  const back = element('a', { href: backLink() }, t('bench.back'));
  const tools = element('p', { class: 'bench-tools' }, again, copy, back);
  const main = element('main', { class: 'bench' });
  main.append(element('h2', {}, t('bench.title')), remark, bar, facts, results, tools);
  document.querySelector('main')!.replaceWith(main);

  let report: Report | undefined;
  const measure = async () => {
    again.disabled = copy.disabled = true;
    bar.hidden = false;
    bar.value = 0;
    results.replaceChildren();
    setText(remark, t('bench.running'));
    try {
      const { context, reason } = await contextOrReason();
      report = await run(context, (fraction) => {
        bar.value = fraction;
      });
      showFacts(facts, report);
      results.append(...tablesOf(report).map(tableOf));
      setText(remark, reason === undefined ? t('bench.done') : t('bench.noGpu', { reason }));
      copy.disabled = false;
    } catch (error) {
      setText(remark, t('bench.failed', { reason: errorText(error) }));
    } finally {
      bar.hidden = true;
      again.disabled = false;
    }
  };
  again.addEventListener('click', () => void measure());
  copy.addEventListener('click', () => {
    const text = JSON.stringify(report, null, 2);
    navigator.clipboard.writeText(text).then(
      () => setText(remark, t('bench.copied')),
      () => setText(remark, t('bench.notCopied')),
    );
  });
  void measure();
}

async function run(
  context: GpuContext | undefined,
  progress: (fraction: number) => void,
): Promise<Report> {
  const cpu = cpuEngineInWorkers(1);
  const cores = navigator.hardwareConcurrency;
  try {
    const processor = t('bench.threads', { count: cores });
    return await runPlan(shortPlan(), { context, cpu, processor, cores }, progress);
  } finally {
    cpu.destroy();
    context?.device.destroy();
  }
}

async function contextOrReason(): Promise<{ context?: GpuContext; reason?: string }> {
  try {
    return { context: await openGpu(navigator.gpu) };
  } catch (error) {
    if (error instanceof GpuUnavailable) return { reason: translate(error.reason) };
    throw error;
  }
}

function showFacts(list: HTMLElement, { adapter, software, processor, date }: Report): void {
  const name =
    adapter === null
      ? t('bench.none')
      : software
        ? t('bench.software', { name: adapter })
        : adapter;
  const facts = [
    [t('bench.adapter'), name],
    [t('bench.processor'), processor],
    [t('bench.date'), date],
  ] as const;
  list.replaceChildren(
    ...facts.map(([term, value]) =>
      element('div', {}, element('dt', {}, term), element('dd', {}, value)),
    ),
  );
}

/** The same address without this page's key. */
function backLink(): string {
  const url = new URL(location.href);
  url.searchParams.delete('bench');
  return url.href;
}
