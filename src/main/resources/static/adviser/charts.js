// @ts-check
import { make } from './dom.js';
import { fill, number, shortDay } from './format.js';
import { words } from './words.js';

/**
 * A drawing. Its words stand outside it, where they keep their size and can be read by everybody.
 *
 * @param {string} tag
 * @param {Record<string, any>} attributes
 * @param {...Node} children
 */
function draw(tag, attributes, ...children) {
	const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
	for (const name in attributes) {
		node.setAttribute(name, attributes[name]);
	}
	node.append(...children);
	return node;
}

const drawing = (
	/** @type {number} */ width,
	/** @type {number} */ height,
	/** @type {Record<string, any>} */ attributes,
	/** @type {Node[]} */ ...children
) => draw('svg', { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', ...attributes }, ...children);

/** A share as a bar beside the number that says it; with a mark where something changes. */
export function bar(/** @type {number} */ share, /** @type {number | null} */ mark = null) {
	const width = Math.max(0, Math.min(1, share)) * 100;
	const parts = [
		draw('rect', { class: 'ground', width: 100, height: 10 }),
		draw('rect', { class: 'filled', width: width && Math.max(width, 0.5), height: 10 }),
	];
	if (mark !== null) {
		// light beside dark, so that it shows on any ground
		parts.push(draw('rect', { class: 'beside', x: mark * 100 - 0.9, width: 1.8, height: 10 }));
		parts.push(draw('rect', { class: 'mark', x: mark * 100 - 0.3, width: 0.6, height: 10 }));
	}
	return drawing(100, 10, { class: 'bar', 'aria-hidden': 'true' }, ...parts);
}

/** A small line over time, which the words beside it tell as well. */
export function sparkline(/** @type {number[]} */ values, /** @type {string} */ label) {
	const most = Math.max(1, ...values);
	const step = 100 / Math.max(1, values.length - 1);
	const points = values.map((value, i) => `${(i * step).toFixed(1)},${(20 - (value / most) * 18 - 1).toFixed(1)}`).join(' ');
	return drawing(100, 20, { class: 'sparkline', role: 'img', 'aria-label': label }, draw('polyline', { points }));
}

/** What the days of a chart are, under it. */
const axis = (/** @type {string[]} */ days) =>
	make(
		'div',
		{ class: 'axis', 'aria-hidden': 'true' },
		...[...new Set([days[0], days[Math.floor((days.length - 1) / 2)], days.at(-1)])].map((day) => make('span', {}, day && shortDay(day))),
	);

const plot = (
	/** @type {string} */ caption,
	/** @type {number} */ most,
	/** @type {(value: number) => string} */ told,
	/** @type {Node} */ svg,
	/** @type {string[]} */ days,
	/** @type {Node[]} */ ...key
) =>
	make(
		'figure',
		{},
		make('figcaption', {}, caption),
		...key,
		make('p', { class: 'most', 'aria-hidden': 'true' }, told(most)),
		svg,
		axis(days),
	);

/** How many a day, as columns. */
export function columns(/** @type {string} */ caption, /** @type {string[]} */ days, /** @type {number[]} */ values) {
	const most = Math.max(1, ...values);
	const rects = values.map((value, i) =>
		draw('rect', { class: 'filled', x: i * 10 + 1, width: 8, y: 100 - (value / most) * 100, height: (value / most) * 100 }),
	);
	const label = fill(
		words.charts.columns,
		caption,
		number(Math.min(...values)),
		number(Math.max(...values)),
		shortDay(days[values.indexOf(Math.max(...values))]),
	);
	return plot(caption, most, number, drawing(values.length * 10, 100, { class: 'plot', role: 'img', 'aria-label': label }, ...rects), days);
}

/**
 * Several numbers a day as lines, each dashed in its own way, so that they differ without colour. A
 * day without a number breaks its line.
 *
 * @param {string} caption
 * @param {string[]} days
 * @param {{ name: string, values: (number | null | undefined)[] }[]} series
 * @param {(value: number) => string} told
 */
export function lines(caption, days, series, told) {
	const known = series.flatMap(({ values }) => values.filter((value) => value != null));
	const most = Math.max(1, .../** @type {number[]} */ (known));
	const step = 98 / Math.max(1, days.length - 1);
	const paths = series.map(({ values }, n) => {
		const at = (/** @type {number} */ i) => values[i] != null;
		let path = '';
		values.forEach((value, i) => {
			if (value != null) {
				const point = `${(i * step + 1).toFixed(2)} ${(99 - (value / most) * 98).toFixed(2)}`;
				// a day that stands alone is a dash
				path += at(i - 1) ? 'L' + point : at(i + 1) ? 'M' + point : 'M' + point + 'm-1 0h2';
			}
		});
		return draw('path', { class: 'line line-' + n, d: path });
	});
	const key = make(
		'ul',
		{ class: 'key' },
		...series.map(({ name }, n) =>
			make(
				'li',
				{},
				drawing(20, 4, { class: 'sample', 'aria-hidden': 'true' }, draw('path', { class: 'line line-' + n, d: 'M0 2h20' })),
				' ',
				name,
			),
		),
	);
	const label = fill(words.charts.lines, caption, series.map(({ name }) => name).join(', '), told(most));
	return plot(caption, most, told, drawing(100, 100, { class: 'plot', role: 'img', 'aria-label': label }, ...paths), days, key);
}
