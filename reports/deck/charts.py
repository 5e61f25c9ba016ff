"""Native charts on a slide. Figures beside the marks are text, so that they read the same on a
machine of any language; the chart's own data stays numbers that can be edited."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.util import Pt

from reports.deck.shapes import FONT, Place, colour_of
from reports.deck.slides import Bars, Pairs, Stack
from words.palette import Colour

LARGEST, SMALLEST = 14, 9  # points
ROOM_FOR_LABEL = 1.15  # the axis goes on a little, so that no figure is cut at the end of a bar


def draw_bars(page: Any, place: Place, body: Bars) -> None:  # noqa: ANN401 - python-pptx has no types
    """Horizontal bars, the first on top."""
    bars = list(body.bars)[::-1]  # PowerPoint counts categories from below
    data = CategoryChartData(number_format="#,##0.00")
    data.categories = [bar.name for bar in bars]
    data.add_series(body.series, [bar.value for bar in bars])
    chart = _chart(page, place, XL_CHART_TYPE.BAR_CLUSTERED, data, len(bars))
    chart.has_legend = False
    greatest = body.greatest or max((abs(bar.value) for bar in bars), default=1) or 1
    chart.value_axis.maximum_scale = greatest * ROOM_FOR_LABEL
    least = min((bar.value for bar in bars), default=0)
    chart.value_axis.minimum_scale = greatest * -ROOM_FOR_LABEL if least < 0 else 0
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    series = chart.plots[0].series[0]
    series.invert_if_negative = False
    for number, bar in enumerate(bars):
        point = series.points[number]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = colour_of(bar.colour)
        _label(point, bar.label, _size(len(bars)), XL_LABEL_POSITION.OUTSIDE_END)


def draw_stack(page: Any, place: Place, body: Stack) -> None:  # noqa: ANN401
    """Bars in parts, with a legend on top; a part of nothing carries no figure."""
    data = CategoryChartData(number_format="#,##0.00")
    data.categories = list(body.names)[::-1]
    for name, _, values in body.parts:
        data.add_series(name, list(values)[::-1])
    chart = _chart(page, place, XL_CHART_TYPE.BAR_STACKED, data, len(body.names))
    _legend(chart)
    chart.plots[0].overlap = 100
    chart.value_axis.minimum_scale = 0
    for series, (_, colour, values), labels in zip(
        chart.plots[0].series, body.parts, body.labels, strict=True
    ):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour_of(colour)
        is_dark = colour not in (Colour.OTHERS, Colour.PLANNED, Colour.SURFACE)
        ink = Colour.BACKGROUND if is_dark else Colour.TEXT
        pairs = list(zip(values, labels, strict=True))[::-1]
        for number, (value, label) in enumerate(pairs):
            if value:
                size = _size(len(pairs))
                _label(series.points[number], label, size, XL_LABEL_POSITION.CENTER, ink)


def draw_pairs(page: Any, place: Place, body: Pairs) -> None:  # noqa: ANN401
    """Two bars a row, the first of each pair on top."""
    pairs = list(body.pairs)[::-1]
    data = CategoryChartData(number_format="#,##0.0")
    data.categories = [pair.name for pair in pairs]
    data.add_series(body.second[0], [pair.second for pair in pairs])
    data.add_series(body.first[0], [pair.first for pair in pairs])
    chart = _chart(page, place, XL_CHART_TYPE.BAR_CLUSTERED, data, 2 * len(pairs))
    _legend(chart)
    figures = [x for pair in pairs for x in (pair.first, pair.second) if x is not None]
    chart.value_axis.minimum_scale = 0
    chart.value_axis.maximum_scale = max(figures, default=1) * ROOM_FOR_LABEL
    second, first = chart.plots[0].series
    for series, (_, colour) in ((first, body.first), (second, body.second)):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour_of(colour)
    size, where = _size(2 * len(pairs)), XL_LABEL_POSITION.OUTSIDE_END
    for number, pair in enumerate(pairs):
        if pair.first is not None:
            _label(first.points[number], pair.first_label, size, where)
        if pair.second is not None:
            _label(second.points[number], pair.second_label, size, where)


def _chart(page: Any, place: Place, kind: Any, data: Any, count: int) -> Any:  # noqa: ANN401
    chart = page.shapes.add_chart(
        kind, place.left, place.top, place.width, place.height, data
    ).chart
    chart.has_title = False
    chart.font.name, chart.font.size = FONT, Pt(_size(count))
    chart.font.color.rgb = colour_of(Colour.TEXT)
    chart.plots[0].gap_width = 40
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.category_axis.format.line.color.rgb = colour_of(Colour.LINE)
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    return chart


def _legend(chart: Any) -> None:  # noqa: ANN401
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(LARGEST)


def _label(
    point: Any,  # noqa: ANN401
    words: str,
    size: int,
    position: Any,  # noqa: ANN401
    colour: Colour = Colour.TEXT,
) -> None:
    frame = point.data_label.text_frame
    frame.text = words
    for run in frame.paragraphs[0].runs:
        run.font.size, run.font.name = Pt(size), FONT
        run.font.color.rgb = colour_of(colour)
    point.data_label.position = position


def _size(count: int) -> int:
    """Letters as large as so many rows allow."""
    return max(SMALLEST, min(LARGEST, int(260 / max(count, 1))))
