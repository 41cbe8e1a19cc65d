'use strict';
(function () {
  const data = JSON.parse(document.getElementById('figures').textContent);
  const every = Math.max(1, Math.ceil(data.times.length / 10));
  const along = {
    labelInterpolationFnc: (label, index) => (index % every === 0 ? label : null),
    showGrid: false,
  };
  const width = Math.max(3, Math.min(28, 380 / Math.max(1, data.times.length)));
  const thick = (context) => {
    if (context.type === 'bar') {
      context.element.attr({ style: 'stroke-width:' + width + 'px' });
    }
  };
  new Chartist.BarChart(
    '#decisions',
    { labels: data.times, series: [data.equal, data.findings] },
    { stackBars: true, axisX: along, axisY: { onlyInteger: true, offset: 56 }, chartPadding: { right: 24, top: 12 } },
  ).on('draw', thick);
  const line = { showArea: true, lineSmooth: false, low: 0, fullWidth: true, axisX: along, axisY: { offset: 56 }, chartPadding: { right: 36, top: 12 } };
  new Chartist.LineChart('#share', { labels: data.times, series: [data.share] }, { ...line, axisY: { offset: 56, labelInterpolationFnc: (value) => value + ' %' } });
  new Chartist.LineChart('#late', { labels: data.times, series: [data.days] }, line);
  const rows = { horizontalBars: true, stackBars: true, axisX: { onlyInteger: true, scaleMinSpace: 60 }, chartPadding: { right: 36 } };
  for (const [at, offset] of [['clauses', 64], ['units', 220]]) {
    const of = data[at];
    new Chartist.BarChart(
      '#' + at,
      // The first row is drawn at the bottom.
      { labels: of.labels.slice().reverse(), series: [of.intime.slice().reverse(), of.overdue.slice().reverse()] },
      { ...rows, axisY: { offset: offset, showGrid: false } },
    ).on('draw', (context) => {
      if (context.type === 'bar') {
        context.element.attr({ style: 'stroke-width:14px' });
      }
    });
  }
})();
