import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Words } from '../../../wording/words.js';
import { bound, count, day, rate, shortDay } from '../format.js';
import { useDark } from '../parts/media.js';
import type { Period } from './periods.js';

use([LineChart, BarChart, GridComponent, TooltipComponent, SVGRenderer]);

/** A rate over time above the orders it is made of. Shaded where outcomes are still pending. */
export default function RateChart({ periods, title, words }: { periods: Period[]; title: string; words: Words }) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const dark = useDark();
  useEffect(() => {
    const drawn = init(frame.current!, undefined, { renderer: 'svg' });
    chart.current = drawn;
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(frame.current!);
    return () => {
      watch.disconnect();
      drawn.dispose();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read from the page, which changes with the scheme
  useEffect(() => {
    chart.current?.setOption(optionOf(periods, words), { notMerge: true });
  }, [periods, dark]);
  return <div ref={frame} className="chart" role="img" aria-label={`${title}. The numbers are in the table below.`} />;
}

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The page's own colours, which change with its scheme. */
const paintOf = () => ({
  ink: colour('--ink'),
  faint: colour('--ink-faint'),
  line: colour('--line'),
  accent: colour('--accent'),
  panel: colour('--panel'),
  bar: colour('--bar'),
  shade: colour('--pending'),
});
type Paint = ReturnType<typeof paintOf>;

function optionOf(periods: Period[], words: Words): EChartsCoreOption {
  const paint = paintOf();
  const { ink, faint, line, panel } = paint;
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit', color: ink },
    grid: [
      { left: 48, right: 8, top: 14, height: '62%', outerBoundsMode: 'none' },
      { left: 48, right: 8, bottom: 24, height: '16%', outerBoundsMode: 'none' },
    ],
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: faint, type: 'solid', width: 1 } },
      backgroundColor: panel,
      borderColor: line,
      textStyle: { color: ink, fontSize: 12 },
      formatter: (shown: { dataIndex: number }[]) => tipOf(periods[shown[0]!.dataIndex]!, words),
    },
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    ...axesOf(periods, paint),
    series: seriesOf(periods, words, paint),
  };
}

function axesOf(periods: Period[], { line, faint }: Paint): EChartsCoreOption {
  const axis = { axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, axisLabel: { color: faint, fontSize: 11 } };
  const labels = periods.map((period) => shortDay(period.last));
  return {
    xAxis: [
      { type: 'category', gridIndex: 0, data: labels, boundaryGap: true, ...axis, axisLabel: { show: false } },
      {
        type: 'category',
        gridIndex: 1,
        data: labels,
        boundaryGap: true,
        ...axis,
        // why spaces: labels are dropped evenly where they would touch, and these count as part of each
        axisLabel: { ...axis.axisLabel, hideOverlap: true, formatter: (label: string) => `\u2003${label}\u2003` },
      },
    ],
    yAxis: [
      {
        type: 'value',
        gridIndex: 0,
        min: 0,
        splitNumber: 4,
        splitLine: { lineStyle: { color: line } },
        axisLabel: { color: faint, fontSize: 11, formatter: bound },
      },
      {
        type: 'value',
        gridIndex: 1,
        min: 0,
        splitNumber: 1,
        splitLine: { show: false },
        axisLabel: { color: faint, fontSize: 11, formatter: (value: number) => (value === 0 ? '' : count(value)) },
      },
      { type: 'value', gridIndex: 0, min: 0, max: 1, show: false },
    ],
  };
}

function seriesOf(periods: Period[], words: Words, { faint, accent, bar, shade }: Paint): object[] {
  return [
    {
      name: 'Not final yet',
      type: 'bar',
      yAxisIndex: 2,
      silent: true,
      data: periods.map((period) => (period.pending > 0 ? 1 : null)),
      itemStyle: { color: shade },
      barCategoryGap: '0%',
    },
    {
      name: words.rates.raw,
      type: 'line',
      data: periods.map((period) => period.raw),
      showSymbol: false,
      lineStyle: { color: faint, width: 1.25, type: [4, 3] },
      itemStyle: { color: faint },
    },
    {
      name: words.rates.accountable,
      type: 'line',
      data: periods.map((period) => period.accountable),
      symbol: 'circle',
      symbolSize: 5,
      showSymbol: periods.length <= 30,
      lineStyle: { color: accent, width: 2.25 },
      itemStyle: { color: accent },
    },
    {
      name: 'Orders counted',
      type: 'bar',
      xAxisIndex: 1,
      yAxisIndex: 1,
      data: periods.map((period) => period.counted),
      itemStyle: { color: bar },
      barCategoryGap: '25%',
    },
  ];
}

function tipOf(period: Period, { outcomes, rates }: Words): string {
  const when = period.first === period.last ? day(period.last) : `${shortDay(period.first)} to ${day(period.last)}`;
  const lines = [
    [rates.accountable, rate(period.accountable)],
    [rates.raw, rate(period.raw)],
    [outcomes.met, count(period.met)],
    [outcomes.fault, count(period.fault)],
    [outcomes.forgiven, count(period.forgiven)],
    [outcomes.excluded, count(period.excluded)],
    [outcomes.pending, count(period.pending)],
  ];
  return `<b>${when}</b><table class="tip">${lines.map(([name, value]) => `<tr><td>${name}</td><td>${value}</td></tr>`).join('')}</table>`;
}
