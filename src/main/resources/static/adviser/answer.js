// @ts-check
import { button, link, make, safeAddress } from './dom.js';
import { date, fill, named, nations } from './format.js';
import { facts, tag } from './parts.js';
import { words } from './words.js';

const asked = { newTab: words.newTab, lang: 'en' };

/** How a question ended, as a mark. */
export const outcomeTag = (/** @type {string | null | undefined} */ outcome) =>
	outcome && tag(named(words.outcomes, outcome), outcome.toLowerCase());

/**
 * An answer as a visitor has it: sentences with the numbers of their sources, the sources, and what
 * was offered to ask next.
 *
 * @param {any} answer
 * @param {(question: string) => void} [ask] what a press on a suggestion does; without it they are words
 */
export function answerView(answer, ask) {
	const sources = make('ol', { class: 'sources' }, ...answer.citations.map(sourceCard));
	/** A press moves the focus to the source, where reading goes on. */
	const cite = (/** @type {number} */ n) =>
		button('[' + n + ']', () => sources.children[answer.citations.findIndex((/** @type {any} */ citation) => citation.n === n)]?.focus(), {
			class: 'cite',
			'aria-label': fill(words.answer.toSource, n),
		});
	const body = make('div', { class: 'body' });
	/** @type {HTMLElement | undefined} */
	let list;
	for (const { kind, text, citations = [], href } of answer.blocks) {
		// numbers stay with the last word, as one alone on a line is puzzling
		const at = citations.length ? text.lastIndexOf(' ') + 1 : text.length;
		const numbers = citations.flatMap((/** @type {number} */ n) => [' ', cite(n)]);
		const content = [text.slice(0, at), numbers.length > 0 && make('span', { class: 'last' }, text.slice(at), ...numbers)];
		if (kind === 'li') {
			list ||= body.appendChild(make('ul'));
			list?.append(make('li', {}, ...content));
			continue;
		}
		list = undefined;
		const address = kind === 'contact' && safeAddress(href);
		body.append(
			make(
				'p',
				{ class: kind },
				kind === 'note' && make('strong', {}, words.answer.note, ' '),
				...(address ? [link(address, text, asked)] : content),
			),
		);
	}
	return make(
		'div',
		{ class: 'answer' },
		make('p', { class: 'tags' }, outcomeTag(answer.outcome), answer.nation && tag(fill(words.answer.forNation, nations([answer.nation])))),
		body,
		answer.suggestions.length > 0 &&
			make(
				'div',
				{ role: 'group', class: 'suggestions', 'aria-label': words.answer.suggestions },
				make('p', { class: 'hint' }, words.answer.suggestions),
				make(
					'ul',
					{},
					...answer.suggestions.map((/** @type {string} */ text) => make('li', {}, ask ? button(text, () => ask(text)) : text)),
				),
			),
		answer.citations.length > 0 && make('div', {}, make('p', { class: 'label' }, words.answer.sources), sources),
	);
}

function sourceCard(/** @type {any} */ { n, source, title, publisher, url, published, section, nations: where, asOf, evidence }) {
	const address = safeAddress(url);
	return make(
		'li',
		{ class: 'card', tabindex: -1 },
		make('p', {}, make('strong', {}, '[' + n + '] ', title)),
		make('blockquote', {}, evidence),
		facts(
			[words.answer.publisher, [publisher, date(published)].filter(Boolean).join(', ')],
			[words.answer.section, section],
			[words.answer.nations, nations(where)],
			[words.answer.asOf, asOf !== published && date(asOf)],
			[
				words.answer.look,
				[
					make('a', { href: '#/sources/' + encodeURIComponent(source) }, source),
					address && ' · ',
					address && link(address, words.answer.original, asked),
				],
			],
		),
	);
}
