// @ts-check
import { answerText } from './conversation-record.js';
import { button, disclosure, group, hasKeyboard, link, make, safeAddress } from './dom.js';
import { fill } from './words.js';

export const NATIONS = ['ENGLAND', 'SCOTLAND', 'WALES', 'NORTHERN_IRELAND'];

/**
 * One question and its answer on screen. Answers are written in English, whatever the language of
 * the words around them. What a press opens appears below it, and the focus moves without scrolling,
 * so that nothing above it moves.
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
	const facts = make('div', { class: 'row facts' });
	const more = make('div');
	const rating = make('div', { class: 'rating' });
	const node = make(
		'article',
		{},
		make('h3', { tabindex: -1, lang: 'en' }, make('span', { class: 'hidden', lang: words.lang }, words.asked, ' '), question),
		body,
		progress,
		facts,
		more,
		rating,
	);
	/** @type {any[]} */
	const sources = [];
	/** @type {string[]} */
	const options = [];
	/** @type {HTMLElement | undefined} */
	let list;
	/** Puts away what only makes sense under the newest answer. */
	let settleDown = () => {};

	/** The number of a source; a press shows that source under the sentence. */
	function citation(/** @type {number} */ n) {
		/** @type {HTMLElement | undefined} */
		let shown;
		const cite = button(
			'[' + n + ']',
			() => {
				const source = sources.find((source) => source.n === n);
				const block = cite.closest('p,li');
				if (shown) {
					shown.remove();
					shown = undefined;
				} else if (source && block) {
					const opened = (shown = card('div', [source], true));
					block.localName === 'li' ? block.append(opened) : block.after(opened);
				}
				cite.setAttribute('aria-expanded', String(!!shown));
			},
			{ class: 'cite', lang: words.lang, 'aria-expanded': 'false' },
		);
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
			address
				? contact(text, address)
				: make('p', kind === 'note' ? { class: 'note' } : {}, kind === 'note' && make('strong', { lang: words.lang }, words.note, ' '), ...content),
		);
	}

	/** Who, the number or page to press, and the rest, such as when. */
	function contact(/** @type {string} */ text, /** @type {string} */ address) {
		const to = address.replace(/^(tel:|mailto:|https?:\/\/(www\.)?)|\/.*$/gi, '');
		// as it stands in the text, where a telephone number has its spaces
		const place = [...to].map((sign) => sign.replace(/\W/, '\\$&')).join(' ?');
		const found = text.match('^(.+?)[:,] (' + place + ')[.,]? *(.*)$');
		const [, name, number, rest] = found || text.match(/^(.{1,60}?):() (.*)$/) || ['', '', '', text];
		return make(
			'div',
			{ class: 'card contact' },
			name && make('strong', {}, name),
			link(address, make('span', {}, make('span', { class: 'hidden' }, name, ' '), number || to), words),
			make('p', { class: 'small' }, rest),
		);
	}

	/** What was cited of one publication. */
	function card(/** @type {string} */ tag, /** @type {any[]} */ cited, open = false) {
		const [{ title, publisher, url, published }] = cited;
		const address = safeAddress(url);
		return make(
			tag,
			{ class: 'card', lang: words.lang },
			make('p', { class: 'small' }, joined(publisher, readable(published, words.lang))),
			address ? link(address, title, words, 'en') : make('p', { lang: 'en' }, title),
			...cited.map(({ n, asOf, nations = [] }) =>
				make(
					'p',
					{ class: 'small' },
					'[' + n + '] ',
					joined(
						...(nations.length > 3 ? [words.UK] : nations.map((/** @type {string} */ nation) => words[nation])),
						asOf && asOf !== published && fill(words.asOf, readable(asOf, words.lang)),
					),
				),
			),
			make(
				'details',
				{ open },
				make('summary', {}, words.evidence),
				...cited.map(({ n, section, evidence }) =>
					make(
						'p',
						{},
						cited[1] && '[' + n + '] ',
						make('span', { lang: 'en' }, evidence),
						section && make('span', { class: 'small' }, ' ', fill(words.section, section)),
					),
				),
			),
		);
	}

	/** How many publications it rests on and of when, on one line; a press lists them. */
	function sourceLine() {
		const years = sources
			.map(({ published, asOf }) => (published || asOf || '').slice(0, 4))
			.filter(Boolean)
			.sort();
		/** @type {Map<string, any[]>} */
		const publications = new Map();
		for (const source of sources) {
			const key = source.source || source.url || source.title;
			publications.set(key, [...(publications.get(key) || []), source]);
		}
		const cards = make(
			'div',
			{},
			make('h4', {}, words.sources),
			make('ol', { class: 'sources' }, ...Array.from(publications.values(), (cited) => card('li', cited))),
		);
		more.append(cards);
		return disclosure(
			joined(
				fill(publications.size > 1 ? words.manySources : words.oneSource, publications.size),
				[...new Set([years[0], years.at(-1)])].filter(Boolean).join(' ' + words.to + ' '),
			),
			cards,
		);
	}

	/** The nation it is for; a press offers to ask again for another. */
	function nationChip(/** @type {string} */ nation) {
		const others = group(
			'nations',
			words.nationAgain,
			...NATIONS.filter((other) => other !== nation).map((other) =>
				button(words[other], () => act.ask(question, { nation: other, force: true })),
			),
		);
		const chip = disclosure(fill(words.forNation, words[nation]), others);
		more.append(others);
		settleDown = () => {
			others.remove();
			chip.replaceWith(make('p', { class: 'small' }, words.nation, ' ', words[nation]));
		};
		return chip;
	}

	function thank() {
		const thanks = make('p', { tabindex: -1 }, words.thanks);
		rating.replaceChildren(thanks);
		return thanks;
	}

	function done() {
		thank().focus({ preventScroll: true });
		act.say(words.thanks);
	}

	/** The field stands where the buttons were, and takes no more room. */
	function askWhy() {
		act.rate(1);
		const why = make('textarea', { rows: 1, maxlength: 500 });
		const form = make(
			'form',
			{
				tabindex: -1,
				onsubmit(/** @type {Event} */ event) {
					event.preventDefault();
					if (why.value.trim()) {
						act.rate(1, why.value.trim());
					}
					done();
				},
			},
			make('label', {}, words.why, make('div', { class: 'entry' }, why, make('button', {}, words.whySend))),
		);
		rating.replaceChildren(form);
		(hasKeyboard() ? why : form).focus({ preventScroll: true });
	}

	function askHelpful() {
		rating.append(
			make('p', {}, words.helpful),
			make(
				'div',
				{ class: 'row' },
				button(words.yes, () => {
					act.rate(5);
					done();
				}),
				button(words.no, askWhy),
			),
		);
	}

	return {
		node,
		/** Says how far it is: words, and a button beside them. */
		state(/** @type {string} */ text, /** @type {string} */ label = '', /** @type {() => void} */ press = () => {}) {
			progress.replaceChildren(text, ...(label ? [button(label, press)] : []));
		},
		text,
		source: (/** @type {any} */ source) => sources.push(source),
		option: (/** @type {any} */ { text }) => options.push(text),
		/** @param {any} frame @param {import('./conversation-record.js').Turn} turn */
		end({ outcome, nation, why }, turn) {
			const told = /ANSWERED|NOT_COVERED|HANDOFF|OUT/.test(outcome) && turn.texts.length > 0;
			progress.replaceChildren(words[why] || '');
			if (sources.length) {
				facts.append(sourceLine());
			}
			// what holds in all four nations is not for the one that the visitor comes from
			if (nation && !(sources.length && sources.every(({ nations = [] }) => nations.length > 3))) {
				facts.append(nationChip(nation));
			}
			// browsers offer the clipboard only to pages that came securely
			if (told && navigator.clipboard) {
				const copy = () =>
					navigator.clipboard.writeText(answerText(turn, words)).then(
						() => act.say(words.copied, true),
						() => {},
					);
				facts.append(button(words.copy, copy, { class: 'copy' }));
			}
			if (options.length) {
				more.append(
					group(
						'options',
						outcome === 'CLARIFY' ? words.choose : words.next,
						...options.map((option) => button(option, () => act.ask(option), { lang: 'en' })),
					),
				);
			}
			// somebody in distress is not asked for marks, and what was not saved cannot get any
			if (told && outcome !== 'HANDOFF' && turn.turn) {
				askHelpful();
			}
		},
		/** It was rated before this page was loaded, or in another window. */
		rated: () => rating.querySelector('.row') && thank(),
		settleDown() {
			more.querySelector('.options')?.remove();
			settleDown();
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
