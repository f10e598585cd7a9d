// The interactive chart: draws an option of package chart into an element. Bundled with the parts of
// Apache ECharts it uses; the site's script loads the bundle when a reader asks for it.
import { init, use } from 'echarts/core';
import { BarChart, HeatmapChart } from 'echarts/charts';
import { GridComponent, LegendPlainComponent, MarkLineComponent, TooltipComponent, VisualMapPiecewiseComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers'; // the SVG renderer writes style attributes, which the policy forbids

use([BarChart, HeatmapChart, VisualMapPiecewiseComponent, GridComponent, LegendPlainComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

const ROW = 34; // px, of one row of bars
const TOP = 44, BOTTOM = 36; // px, of the legend and the value axis
const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

// palette reads the page's colours, so that the chart follows the reader's light or dark mode.
function palette() {
  const css = getComputedStyle(document.documentElement);
  const get = (name) => css.getPropertyValue('--' + name).trim();
  return {
    ink: get('ink'), quiet: get('ink-2'), rule: get('rule'), edge: get('edge'), sheet: get('sheet'), ground: get('ground'),
    accent: get('accent'), soft: get('accent-soft'), note: get('note'), noteSoft: get('note-soft'), font: getComputedStyle(document.body).fontFamily,
  };
}

function fill(c, outlined) {
  return outlined ? { color: c.soft, borderColor: c.accent, borderWidth: 1.5 } : { color: c.accent };
}

const roles = {
  own: (c) => fill(c, false),
  peer: (c) => fill(c, true),
  rest: (c) => ({ color: 'transparent', borderColor: c.edge, borderWidth: 1.5, borderType: 'dashed' }),
};

// states are the words that stand in row i instead of values.
function states(series, i) {
  const words = series.map((s) => s.data[i].state).filter(Boolean);
  return words.filter((w, n) => words.indexOf(w) === n).join(', ');
}

// formatter returns the function that package chart names; a number format is "TAG-number".
function formatter(name, rows, series) {
  if (name === 'text') return (p) => p.data.text || '';
  if (name === 'label') {
    return (label, i) => {
      const word = states(series, i);
      const style = rows[i].head ? 'head' : rows[i].own ? 'own' : 'row';
      return '{' + style + '|' + label + '}' + (word ? '{gap|\n' + word + '}' : '');
    };
  }
  const numbers = new Intl.NumberFormat(name.replace(/-number$/, ''), { maximumFractionDigits: 2 });
  return (v) => numbers.format(v);
}

// said is what the tooltip says of a bar: its value and what is printed beside it, or its state.
const said = (d) => d.state || [d.text, d.side].filter(Boolean).join(' · ');

// fills are the cells of a matrix: nothing known, known, attention. The words in the cell say the same.
const fills = (c) => [
  { value: 0, color: c.ground }, { value: 1, color: c.soft }, { value: 2, color: c.noteSoft },
];

// SIGNS stand for the fills where there is no room for words: a shape each, for readers without colour.
const SIGNS = ['', '●', '▲'];

// completeMatrix adds to a matrix what only the page knows. On a narrow screen the words of a cell wait in
// the tooltip.
function completeMatrix(option, width) {
  const c = palette(), r = rem(), size = 13 * r;
  const o = JSON.parse(JSON.stringify(option));
  const x = o.xAxis[0], y = o.yAxis[0], s = o.series[0];
  const text = { color: c.ink, fontFamily: c.font, fontSize: size };
  const left = Math.min(130 * r, width * 0.34), cell = (width - left - 8) / x.data.length;
  o.textStyle = text;
  o.animation = false;
  o.grid = { left, right: 8, top: 56 * r, bottom: 4 };
  o.legend = { show: false };
  o.visualMap = Object.assign([].concat(o.visualMap)[0], { show: false, dimension: 2, pieces: fills(c) });
  Object.assign(x, { position: 'top', axisTick: { show: false }, axisLine: { show: false }, splitArea: { show: false } });
  x.axisLabel = Object.assign({ interval: 0, width: cell - 4, overflow: 'break', lineHeight: 15 * r }, text);
  const narrow = cell < 90;
  if (narrow) x.axisLabel.formatter = (label) => (label.includes(':') ? label.split(':')[0].replace(', ', '\n') : SIGNS[2]);
  Object.assign(y, { axisTick: { show: false }, axisLine: { show: false }, splitArea: { show: false } });
  Object.assign(y.axisLabel, text, {
    interval: 0, width: left - 8, overflow: 'break', formatter: (label, i) => '{' + (y.data[i].head ? 'head' : 'row') + '|' + label + '}',
    rich: { head: { fontWeight: 700, fontSize: size }, row: { fontSize: size } },
  });
  Object.assign(o.tooltip, {
    confine: true, backgroundColor: c.sheet, borderColor: c.edge, borderWidth: 1, borderRadius: 0, padding: [8, 12], textStyle: text,
    formatter: (p) => y.data[p.value[1]].value + '\n' + x.data[p.value[0]] + '\n' + p.data.text,
  });
  Object.assign(s.label, { show: true, color: c.ink, fontFamily: c.font, fontSize: 12 * r, width: cell - 10, overflow: 'truncate', formatter: (p) => (narrow ? SIGNS[p.value[2]] : p.data.text) });
  s.itemStyle = { borderColor: c.rule, borderWidth: 1 };
  s.emphasis = { itemStyle: { borderColor: c.ink, borderWidth: 2 } };
  s.data.forEach((d) => { if (d.value[2] === 2) d.label = { color: c.note }; });
  return o;
}

// complete adds to an option what only the page knows: colours, sizes and the formatters.
function complete(option, width) {
  const c = palette(), r = rem(), size = 14 * r;
  const o = JSON.parse(JSON.stringify(option));
  const x = o.xAxis[0], y = o.yAxis[0], rows = y.data, series = o.series;
  const text = { color: c.ink, fontFamily: c.font, fontSize: size };
  const quiet = { color: c.quiet, fontFamily: c.font, fontSize: size };
  o.textStyle = text;
  o.animation = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  o.animationDuration = 300;
  const lines = [].concat(...series.map((s) => (s.markLine ? s.markLine.data.map((d) => d.xAxis) : [])));
  o.grid = { left: 4, right: 64 * r, top: o.legend.show ? TOP * r : lines.length ? 24 * r : 8, bottom: 4, containLabel: true };
  Object.assign(o.legend, { left: 0, top: 0, itemWidth: 28, itemHeight: 12, icon: 'rect', itemGap: 24, textStyle: text, inactiveColor: c.edge });
  Object.assign(o.tooltip, {
    confine: true, backgroundColor: c.sheet, borderColor: c.edge, borderWidth: 1, borderRadius: 0, padding: [8, 12], textStyle: text,
  });
  Object.assign(o.tooltip.axisPointer, { shadowStyle: { color: c.rule, opacity: 0.35 } });
  Object.assign(x, { splitLine: { lineStyle: { color: c.rule } }, splitNumber: width < 480 ? 2 : 5, max: (shown) => Math.max(shown.max, ...lines, 0) });
  Object.assign(x.axisLabel, quiet, { formatter: formatter(x.axisLabel.formatter, rows, series) });
  Object.assign(y, { axisTick: { show: false }, axisLine: { lineStyle: { color: c.edge } } });
  Object.assign(y.axisLabel, text, {
    formatter: formatter(y.axisLabel.formatter, rows, series), interval: 0, lineHeight: 17 * r,
    width: Math.min(200 * r, width * 0.34), overflow: 'break',
    rich: { head: { fontWeight: 700, fontSize: size }, own: { fontWeight: 700, fontSize: size }, row: { fontSize: size }, gap: { color: c.quiet, fontSize: size * 0.9 } },
  });
  series.forEach((s, i) => {
    s.itemStyle = fill(c, i > 0);
    s.tooltip = { valueFormatter: (value, row) => said(s.data[row]) };
    s.barMaxWidth = 14 * r;
    s.barGap = '20%';
    s.emphasis = { disabled: true };
    Object.assign(s.label, text, { formatter: formatter(s.label.formatter, rows, series) });
    s.data.forEach((d) => { if (roles[d.role]) d.itemStyle = roles[d.role](c); });
    if (s.markLine) Object.assign(s.markLine, { symbol: 'none', silent: true, label: Object.assign({ formatter: '{b}', position: 'start' }, quiet), lineStyle: { color: c.ink, type: 'dashed' } });
  });
  return o;
}

// draw puts the chart into the element and keeps it right when the width or the colours change.
function draw(element, option) {
  const fit = () => {
    const per = option.series[0].type === 'heatmap' ? 1 : option.series.length < 2 ? 1 : element.clientWidth < 480 ? 1.6 : 1.35; // two states take three lines there
    element.style.height = (option.yAxis[0].data.length * ROW * per + TOP + BOTTOM) * rem() + 'px';
  };
  fit();
  const chart = init(element, null, { renderer: 'canvas' });
  const paint = () => {
    fit();
    chart.resize();
    chart.setOption((option.series[0].type === 'heatmap' ? completeMatrix : complete)(option, element.clientWidth), true);
  };
  let width = element.clientWidth;
  paint();
  new ResizeObserver(() => {
    if (element.clientWidth && element.clientWidth !== width) { width = element.clientWidth; paint(); }
  }).observe(element);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
}

window.MinhBachECharts = { draw };
