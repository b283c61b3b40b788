// @ts-check
import { get, send } from './api.js';
import { bar, columns, lines, sparkline } from './charts.js';
import { button, make } from './dom.js';
import { daysFrom, fill, milliseconds, named, number, percent, shortDay, today } from './format.js';
import { days, download, filterForm, orProblem, problemBox, results, table } from './parts.js';
import { words } from './words.js';

const w = words.figures;

/**
 * How much was asked and how it ended, as charts and as the numbers they are drawn from.
 *
 * @param {import('./parts.js').Place} place
 * @returns {Promise<import('./parts.js').Screen>}
 */
export async function figuresScreen(place) {
	const { query, signal, say } = place;
	const before = query.get('before') || daysFrom(today(), 1);
	const from = query.get('from') || daysFrom(before, -30);
	const period = new URLSearchParams({ from, before });
	return {
		title: w.title,
		content: [
			make('p', { class: 'lead' }, w.lead),
			make(
				'ul',
				{ class: 'periods', 'aria-label': w.periods },
				...[7, 30, 90, 365].map((length) =>
					make(
						'li',
						{},
						make(
							'a',
							{ href: '#/figures?' + new URLSearchParams({ from: daysFrom(daysFrom(today(), 1), -length), before: daysFrom(today(), 1) }) },
							fill(w.lastDays, length),
						),
					),
				),
			),
			filterForm('figures', place, ...days(period)),
			...(await orProblem(signal, async () => drawn(await get('api/figures?' + period, signal), period, signal, say))),
		],
	};
}

function drawn(
	/** @type {any} */ figures,
	/** @type {URLSearchParams} */ period,
	/** @type {AbortSignal} */ signal,
	/** @type {(text: string) => void} */ say,
) {
	const { total } = figures;
	const byDay = new Map(figures.days.map((/** @type {any} */ each) => [each.day, each]));
	/** A day on which nothing was asked is a day as well. @type {any[]} */
	const each = [];
	for (let day = figures.from.slice(0, 10); day < figures.before.slice(0, 10); day = daysFrom(day, 1)) {
		each.push(byDay.get(day) || { day, questions: 0, outcomes: {}, ratings: {}, nations: {}, answerMillis: {} });
	}
	const names = each.map(({ day }) => day);
	const told = fill(w.found, number(total.questions), shortDay(names[0]), shortDay(names.at(-1)));
	say(told);
	if (!total.questions) {
		return [results(fill(w.none, shortDay(names[0]), shortDay(names.at(-1))))];
	}
	const problem = make('div');
	const csv = async () => {
		try {
			const response = await send('api/figures.csv?' + period, { accept: 'text/csv', signal });
			download(`signpost-figures-${figures.from}.csv`, await response.blob(), 'text/csv');
		} catch (ex) {
			problem.replaceChildren(problemBox(ex));
		}
	};
	return [
		results(told),
		columns(
			w.aDay,
			names,
			each.map(({ questions }) => questions),
		),
		shares(w.outcomes, words.outcomes, 'outcomes', total, each),
		shares(w.ratings, words.stars, 'ratings', total, each),
		shares(w.nations, words.nations, 'nations', total, each),
		total.answerMillis?.median != null &&
			make('p', {}, fill(w.times, milliseconds(total.answerMillis.median), milliseconds(total.answerMillis.p95))),
		total.answerMillis?.median != null &&
			lines(
				w.answerTimes,
				names,
				[
					{ name: w.median, values: each.map(({ answerMillis }) => answerMillis?.median) },
					{ name: w.p95, values: each.map(({ answerMillis }) => answerMillis?.p95) },
				],
				milliseconds,
			),
		make('details', {}, make('summary', {}, w.numbers), numbers(each, total)),
		make('p', { class: 'actions' }, button(w.csv, csv)),
		problem,
	];
}

/** Stands for what is not known. */
const NONE = '';

const sum = (/** @type {Record<string, number>} */ counts) => Object.values(counts || {}).reduce((all, n) => all + n, 0);

/** What of something there was, how much of all that is, and over time. */
function shares(
	/** @type {string} */ caption,
	/** @type {Record<string, string>} */ told,
	/** @type {string} */ what,
	/** @type {any} */ total,
	/** @type {any[]} */ each,
) {
	const order = Object.keys(told);
	const rows = Object.entries(total[what] || {}).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
	const all = sum(total[what]);
	// what has none is part of the whole: a question may be asked of no nation
	const rest = what === 'nations' && all > 0 ? total.questions - all : 0;
	const called = (/** @type {string} */ name) => (name === NONE ? w.noNation : named(told, name));
	return rows.length
		? table(
				caption,
				[w.what, w.questions, w.share, w.overTime],
				[...rows, ...(rest > 0 ? [[NONE, rest]] : [])].map(([name, n]) => [
					called(name),
					number(n),
					[bar(n / (all + rest)), ' ', percent(n / (all + rest))],
					sparkline(
						each.map((day) => (name === NONE ? day.questions - sum(day[what]) : day[what]?.[name] || 0)),
						fill(w.line, called(name), shortDay(each[0].day), shortDay(each.at(-1).day)),
					),
				]),
			)
		: make('div', {}, make('h3', {}, caption), make('p', {}, w.noneOf));
}

/** The numbers of the charts, a row a day. */
function numbers(/** @type {any[]} */ each, /** @type {any} */ total) {
	const kinds = /** @type {[string, Record<string, string>][]} */ ([
		['outcomes', words.outcomes],
		['ratings', words.stars],
		['nations', words.nations],
	]).flatMap(([what, told]) =>
		Object.keys(total[what] || {}).map((name) => /** @type {[string, string, string]} */ ([what, name, named(told, name)])),
	);
	const row = (/** @type {any} */ day, /** @type {string} */ name) => [
		name,
		number(day.questions),
		...kinds.map(([what, key]) => number(day[what]?.[key] || 0)),
		...['median', 'p95'].map((which) => (day.answerMillis?.[which] == null ? '–' : milliseconds(day.answerMillis[which]))),
	];
	return table(
		w.numbers,
		[w.day, w.questions, ...kinds.map(([, , told]) => told), w.median, w.p95],
		[...each.map((day) => row(day, shortDay(day.day))), row(total, w.all)],
	);
}
