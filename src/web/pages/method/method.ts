import type { PackRemark } from '../../../application/check-pack.ts';
import { numberNodes } from '../../../application/find-node.ts';
import { wordsOfClause } from '../../../config/clause.ts';
import type { Leaf } from '../../../config/schema/indicators.ts';
import { explainWords } from '../../../report/messages-explain.ts';
import { clauseIn } from '../../../report/messages-zh-clauses.ts';
import { percent } from '../../../report/text.ts';
import { layOutTree } from '../../../scoring/tree.ts';
import { varying } from '../../../scoring/uncertainty/draw.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html, type Piece, siteText } from '../../markup.ts';
import { methodTexts } from '../../messages/method.ts';
import { facts, table } from '../../parts/table.ts';
import { figure } from '../../parts/words.ts';
import { get, type Page } from '../../route.ts';

/** The pack as configured, with its checks. */
function showMethod(exchange: Exchange): Page {
  const texts = exchange.texts(methodTexts);
  const { pack } = exchange.console;
  return {
    title: texts.title,
    body: html`<p class="lead">${texts.lead}</p>
<section><h2>${texts.pack}</h2>${facts([
      [texts.pack, pack.meta.title],
      [texts.folder, html`<code>${pack.directory}</code>`],
      [texts.hash, html`<code>${pack.hash}</code>`],
      [texts.language, pack.meta.language],
      [texts.zone, pack.meta['time-zone']],
      [texts.registry, texts.registryCount(String(pack.governments.length), String(pack.observed.length))],
      [texts.calibration, calibrationText(exchange)],
    ])}</section>
${checkSection(exchange)}
${treeSection(exchange)}
${ruleSection(exchange)}
<p class="soft">${texts.files}</p>`,
  };
}

function calibrationText(exchange: Exchange): string {
  const texts = exchange.texts(methodTexts);
  const { calibration } = exchange.console.pack;
  if (calibration === null) return texts.uncalibrated;
  const claims = calibration.from.reduce((sum, { claims: own }) => sum + own, 0);
  return texts.calibrated(String(claims), calibration.from.map(({ world }) => world).join(exchange.words.listMark));
}

function checkSection(exchange: Exchange): Html {
  const texts = exchange.texts(methodTexts);
  const { mistakes, warnings } = exchange.console.checks();
  const list = (title: string, remarks: readonly PackRemark[]): Html | null => {
    if (remarks.length === 0) return null;
    const items = remarks.map(({ file, line, path, what }) => {
      const where = line === null ? '' : `:${line}`;
      const said = wordsOfClause(what, (english) => clauseIn(exchange.language, english));
      return html`<li>${siteText(texts.remark(file, where, path, said))}</li>`;
    });
    return html`<h3>${texts.countOf(title, String(remarks.length))}</h3><ul>${items}</ul>`;
  };
  const isClean = mistakes.length === 0 && warnings.length === 0;
  return html`<section><h2>${texts.checks}</h2>${isClean ? html`<p class="good">${texts.clean}</p>` : null}${list(texts.mistakes, mistakes)}${list(texts.warnings, warnings)}</section>`;
}

function treeSection(exchange: Exchange): Html {
  const texts = exchange.texts(methodTexts);
  const words = explainWords(exchange.language);
  const nodes = numberNodes(layOutTree(exchange.console.pack.tree));
  const unknown = ({ unknown: rule }: Leaf): string =>
    typeof rule === 'string'
      ? words.own.unknownRules[rule]
      : words.own.unknownRules.carry(String(rule['carry-forward-days']));
  const rows = nodes.map(({ number, node }): Piece[] => {
    const { leaf } = node;
    const name = node.level === 'total' ? words.report.columns.score : `${number} ${exchange.names.indicator(node)}`;
    if (leaf === null) return [name, figure(node.full), '', '', ''];
    return [
      html`<a href="/indicators/${leaf.id}">${name}</a>`,
      figure(node.full),
      words.rule(leaf.normalizer),
      unknown(leaf),
      html`<code>${leaf.finding}</code>`,
    ];
  });
  const { columns } = texts;
  const head = [
    { title: columns.indicator },
    { title: columns.full, isNumber: true },
    { title: columns.rule, isText: true },
    { title: columns.unknown, isText: true },
    { title: columns.probe },
  ];
  const list = table(head, rows, {
    caption: texts.treeCaption,
    rowClass: (index) => `level-${nodes[index]?.node.level ?? 'leaf'}`,
  });
  return html`<section><h2>${texts.tree}</h2>${list}</section>`;
}

function ruleSection(exchange: Exchange): Html {
  const texts = exchange.texts(methodTexts);
  const { tree, analysis, schedule } = exchange.console.pack;
  const { publication } = tree;
  const bounds = Object.entries(schedule.gate).map(
    ([name, bound]) => html`<li><code>${name}</code> ${JSON.stringify(bound)}</li>`,
  );
  return html`<div class="columns"><section><h2>${texts.publication}</h2>${facts([
    [texts.coverage, percent(publication['minimum-coverage'], 0)],
    [texts.capabilityCoverage, percent(publication['minimum-capability-coverage'], 0)],
    [texts.doubtful, percent(publication['maximum-doubtful-tiers'], 0)],
  ])}</section>
<section><h2>${texts.uncertainty}</h2>${facts([
    [texts.draws, String(analysis.uncertainty.draws)],
    [texts.seed, String(analysis.uncertainty.seed)],
    [texts.varied, varying(analysis.uncertainty).join(exchange.words.listMark)],
  ])}</section>
<section><h2>${texts.gate}</h2><ul>${bounds}</ul></section></div>`;
}

export const methodPages = [get('/method', 'reader', 'method', showMethod)];
