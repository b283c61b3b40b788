// @ts-check
import { outcomeTag } from './answer.js';
import { page } from './api.js';
import { sparkline } from './charts.js';
import { button, make } from './dom.js';
import { count, daysFrom, fill, moment, named, today } from './format.js';
import { days, download, field, filterForm, orProblem, pages, results, select, tag } from './parts.js';
import { words } from './words.js';

const w = words.gaps;

/**
 * What visitors asked in vain, grouped by what they meant, the most pressing first.
 *
 * @param {import('./parts.js').Place} place
 * @returns {Promise<import('./parts.js').Screen>}
 */
export async function gapsScreen(place) {
	const { query, signal, say } = place;
	const before = query.get('before') || daysFrom(today(), 1);
	const from = query.get('from') || daysFrom(before, -30);
	const limit = query.get('limit') || '20';
	return {
		title: w.title,
		content: [
			make('p', { class: 'lead' }, w.lead),
			filterForm(
				'gaps',
				place,
				...days(new URLSearchParams({ from, before })),
				field(
					w.limit,
					select(
						{ name: 'limit' },
						[
							['20', '20'],
							['50', '50'],
							['100', '100'],
						],
						limit,
					),
				),
			),
			...(await orProblem(signal, async () => {
				const parameters = new URLSearchParams({ from, before, limit, after: query.get('after') || '' });
				const { items: groups, after } = await page('api/gaps', parameters, signal);
				const length = Math.round((Date.parse(before) - Date.parse(from)) / 86_400_000);
				const told = groups.length ? fill(query.get('after') || after ? w.foundHere : w.found, count(groups.length, words.gapCount), length) : fill(w.none, length);
				say(told);
				return [
					results(told),
					make('ol', { class: 'rows gaps' }, ...groups.map((/** @type {any} */ gap) => group(gap, from, before, say))),
					pages('gaps', query, after),
				];
			})),
		],
	};
}

function group(
	/** @type {any} */ gap,
	/** @type {string} */ from,
	/** @type {string} */ before,
	/** @type {(text: string) => void} */ say,
) {
	const counted = new Map(gap.days.map((/** @type {any} */ { day, count }) => [day, count]));
	const values = [];
	for (let day = from.slice(0, 10); day < before; day = daysFrom(day, 1)) {
		values.push(counted.get(day) || 0);
	}
	return make(
		'li',
		{},
		make('h3', {}, gap.question),
		make(
			'div',
			{ class: 'over-time' },
			make(
				'p',
				{},
				make('strong', {}, count(gap.count, w.asked)),
				' ',
				fill(w.by, count(gap.conversations, words.conversationCount)),
				' ',
				make('span', { class: 'hint' }, '· ' + fill(w.last, moment(gap.last))),
			),
			values.length > 1 && sparkline(values, fill(w.line, Math.max(...values))),
		),
		make(
			'p',
			{ class: 'tags' },
			...Object.entries(gap.outcomes).map(([outcome, n]) => make('span', {}, outcomeTag(outcome), ' ', String(n))),
			gap.questions.some((/** @type {any} */ { rating }) => rating && rating <= 2) && tag(w.low, 'low'),
		),
		make(
			'details',
			{},
			make('summary', {}, w.wordings, make('span', { class: 'hidden' }, ': ', gap.question)),
			make(
				'ul',
				{ class: 'asked' },
				...gap.questions.map((/** @type {any} */ { conversation, turn, question, asked, outcome, rating }) =>
					make(
						'li',
						{},
						make('q', {}, question),
						' ',
						make(
							'span',
							{ class: 'hint' },
							[moment(asked), named(words.outcomes, outcome), rating && fill(words.conversations.rated, rating)]
								.filter(Boolean)
								.join(' · '),
						),
						' ',
						make('a', { href: `#/try?from=${conversation}&turn=${turn}` }, w.try, make('span', { class: 'hidden' }, ': ', question)),
						' ',
						make('a', { href: '#/conversations/' + conversation }, w.read, make('span', { class: 'hidden' }, ': ', question)),
					),
				),
			),
		),
		gap.answer && file(gap, say),
	);
}

/** What an editor begins with: the wordings are in it, the answer is left to write. */
function file(/** @type {any} */ { question, answer }, /** @type {(text: string) => void} */ say) {
	const copy = () =>
		navigator.clipboard.writeText(answer.text).then(
			() => say(w.copied),
			() => say(w.notCopied),
		);
	return make(
		'details',
		{},
		make('summary', {}, fill(w.file, answer.file), make('span', { class: 'hidden' }, ': ', question)),
		make('pre', { tabindex: 0, role: 'region', 'aria-label': answer.file }, answer.text),
		make(
			'p',
			{ class: 'actions' },
			// browsers offer the clipboard only to pages that came securely
			navigator.clipboard && button(w.copy, copy),
			button(w.download, () => download(answer.file.split('/').pop(), answer.text, 'text/markdown;charset=utf-8')),
		),
	);
}
