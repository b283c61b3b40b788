// @ts-check
import { answerText } from './conversation-record.js';
import { button, group, link, make, safeAddress } from './dom.js';
import { fill } from './words.js';

export const NATIONS = ['ENGLAND', 'SCOTLAND', 'WALES', 'NORTHERN_IRELAND'];

/**
 * One question and its answer on screen. Answers are written in English, whatever the language of
 * the words around them.
 *
 * @param {string} question
 * @param {Record<string, string>} words
 * @param {object} act what a press leads to
 * @param {(question: string, options?: { nation?: string, force?: boolean }) => boolean} act.ask gives whether it was accepted
 * @param {(value: number, why?: string) => void} act.rate
 * @param {(text: string, notice?: boolean) => void} act.say tells a status message
 */
export function answerView(question, words, act) {
	const body = make('div', { class: 'body', lang: 'en' });
	const progress = make('p', { class: 'progress' });
	const nations = make('div');
	const under = make('div');
	const after = make('div');
	const node = make(
		'article',
		{},
		make('h3', { tabindex: -1, lang: 'en' }, make('span', { class: 'hidden', lang: words.lang }, words.asked, ' '), question),
		body,
		progress,
		nations,
		under,
		after,
	);
	/** @type {Map<number, HTMLDetailsElement>} */
	const evidence = new Map();
	/** @type {string[]} */
	const options = [];
	let current = '';
	/** @type {HTMLElement | undefined} */
	let list;
	/** @type {HTMLElement | undefined} */
	let cards;

	function citation(/** @type {number} */ n) {
		const show = () => {
			const details = evidence.get(n);
			if (details) {
				details.open = true;
				details.querySelector('summary')?.focus();
			}
		};
		const cite = button('[' + n + ']', show, { class: 'cite', lang: words.lang });
		cite.prepend(make('span', { class: 'hidden' }, words.source, ' '));
		return cite;
	}

	function text(/** @type {any} */ { kind, text, cites = [], href }) {
		// numbers stay with the last word, as one alone on a line is puzzling
		const at = cites.length ? text.lastIndexOf(' ') + 1 : text.length;
		const numbers = cites.flatMap((/** @type {number} */ n) => [' ', citation(n)]);
		const content = [text.slice(0, at), numbers.length && make('span', {}, text.slice(at), ...numbers)];
		if (kind === 'li') {
			list ||= body.appendChild(make('ul'));
			return list?.append(make('li', {}, ...content));
		}
		list = undefined;
		const address = kind === 'contact' && safeAddress(href);
		body.append(
			kind === 'note'
				? make('p', { class: 'note' }, make('strong', { lang: words.lang }, words.note), ' ', ...content)
				: address
					? make('p', { class: 'contact' }, link(address, text, words), content[1])
					: make('p', {}, ...content),
		);
	}

	function source(/** @type {any} */ { n, title, publisher, url, published, asOf, section, nations: where = [], evidence: statement }) {
		if (!cards) {
			cards = make('ol', { class: 'sources' });
			under.append(make('h4', {}, words.sources), cards);
		}
		const address = safeAddress(url);
		const details = make(
			'details',
			{},
			make('summary', {}, words.evidence),
			make('p', {}, words.evidenceNote, ' ', make('span', { lang: 'en' }, statement)),
			section && make('p', { class: 'small' }, fill(words.section, section)),
		);
		evidence.set(n, details);
		cards?.append(
			make(
				'li',
				{ value: n },
				make('p', { class: 'small' }, '[' + n + '] ', joined(publisher, readable(published, words.lang))),
				address ? link(address, title, words, 'en') : make('p', { lang: 'en' }, title),
				make(
					'p',
					{ class: 'small' },
					joined(
						...where.map((/** @type {string} */ nation) => words[nation]),
						asOf && asOf !== published && fill(words.asOf, readable(asOf, words.lang)),
					),
				),
				details,
			),
		);
	}

	/** The nation it is for; one press on another asks again for that one. */
	function nationChoice() {
		return group(
			'nations',
			words.nation,
			...NATIONS.map((nation) =>
				button(words[nation], () => nation !== current && act.ask(question, { nation, force: true }), {
					'aria-pressed': String(nation === current),
				}),
			),
		);
	}

	const row = make('div', { class: 'row' });
	const thank = () => row.replaceChildren(make('p', { tabindex: -1 }, words.thanks));

	function rating() {
		const done = () => {
			thank();
			row.firstElementChild?.focus();
			act.say(words.thanks);
		};
		const no = () => {
			act.rate(1);
			const why = make('textarea', { rows: 2, maxlength: 500 });
			row.replaceChildren(
				make(
					'form',
					{
						onsubmit(/** @type {Event} */ event) {
							event.preventDefault();
							if (why.value.trim()) {
								act.rate(1, why.value.trim());
							}
							done();
						},
					},
					make('label', {}, words.why, why),
					make('button', {}, words.whySend),
				),
			);
			why.focus();
		};
		const yes = () => {
			act.rate(5);
			done();
		};
		row.append(make('p', {}, words.helpful), button(words.yes, yes), button(words.no, no));
		return row;
	}

	return {
		node,
		/** Says how far it is: words, and a button beside them. */
		state(/** @type {string} */ text, /** @type {string} */ label = '', /** @type {() => void} */ press = () => {}) {
			progress.replaceChildren(text, ...(label ? [button(label, press)] : []));
		},
		text,
		source,
		option: (/** @type {any} */ { text }) => options.push(text),
		/** @param {any} frame @param {import('./conversation-record.js').Turn} turn */
		end({ outcome, nation, why }, turn) {
			progress.replaceChildren(words[why] || '');
			if (nation) {
				current = nation;
				nations.append(nationChoice());
			}
			if (options.length) {
				after.append(
					group(
						'options',
						outcome === 'CLARIFY' ? words.choose : words.next,
						...options.map((option) => button(option, () => act.ask(option), { lang: 'en' })),
					),
				);
			}
			const copy = () =>
				navigator.clipboard.writeText(answerText(turn, words)).then(
					() => act.say(words.copied, true),
					() => {},
				);
			if (/ANSWERED|NOT_COVERED|HANDOFF|OUT/.test(outcome) && turn.texts.length) {
				after.append(
					make(
						'div',
						{ class: 'row' },
						// somebody in distress is not asked for marks, and what was not saved cannot get any
						outcome !== 'HANDOFF' && turn.turn && rating(),
						// browsers offer the clipboard only to pages that came securely
						navigator.clipboard && button(words.copy, copy),
					),
				);
			}
		},
		/** It was rated before this page was loaded, or in another window. */
		rated: () => row.children[2] && thank(),
		/** What only makes sense under the newest answer goes away. */
		settleDown() {
			after.querySelector('.options')?.remove();
			if (current) {
				nations.replaceChildren(make('p', { class: 'small' }, words.nation, ' ', words[current]));
			}
		},
	};
}

const joined = (/** @type {(string | null | undefined)[]} */ ...parts) => parts.filter(Boolean).join(', ');

/** A day or month as people write it; a year, or what is no date, as it is. */
const readable = (/** @type {string} */ date, /** @type {string} */ lang) =>
	/^\d{4}-\d\d(-\d\d)?$/.test(date)
		? new Date(date).toLocaleDateString(lang === 'en' ? 'en-GB' : lang, {
				year: 'numeric',
				month: 'long',
				day: date[7] ? 'numeric' : undefined,
				timeZone: 'UTC',
			})
		: date;
