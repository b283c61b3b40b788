// @ts-check
import { answerView, outcomeTag } from './answer.js';
import { all, get, page, send } from './api.js';
import { button, make } from './dom.js';
import { count, fill, moment, named, nations } from './format.js';
import { choices, days, field, filterForm, orProblem, pages, problemBox, results, select, tag } from './parts.js';
import { words } from './words.js';

const w = words.conversations;

/** Names of the intents, asked for once. @type {Promise<string[]> | undefined} */
let intents;

/**
 * Conversations by time, outcome, rating, intent, nation and words; `#/conversations/ID` is one of them.
 *
 * @param {import('./parts.js').Place} place
 * @returns {Promise<import('./parts.js').Screen>}
 */
export async function conversationsScreen(place) {
	return place.id
		? oneConversation(place)
		: {
				title: w.title,
				content: [make('p', { class: 'lead' }, w.lead), filters(place), ...(await orProblem(place.signal, () => found(place)))],
			};
}

function filters(/** @type {import('./parts.js').Place} */ place) {
	const { query } = place;
	const list = make('datalist', { id: 'intents' });
	intents ||= all('api/intents').then((known) => known.map((/** @type {any} */ { name }) => name));
	// the names only help with typing; without them the field still works
	intents.then(
		(names) => list.append(...names.map((value) => make('option', { value }))),
		() => (intents = undefined),
	);
	return filterForm(
		'conversations',
		place,
		...days(query),
		field(w.outcome, select({ name: 'outcome' }, choices(words.filter.any, words.outcomes), query.get('outcome'))),
		field(w.rating, select({ name: 'rating' }, choices(words.filter.any, w.ratings), query.get('rating'))),
		field(w.nation, select({ name: 'nation' }, choices(words.filter.any, words.nations), query.get('nation'))),
		field(
			w.intent,
			make('input', { name: 'intent', list: 'intents', autocomplete: 'off', spellcheck: 'false', value: query.get('intent') }),
		),
		field(w.words, make('input', { name: 'words', type: 'search', autocomplete: 'off', value: query.get('words') })),
		list,
	);
}

async function found(/** @type {import('./parts.js').Place} */ { query, signal, say }) {
	const parameters = new URLSearchParams(query);
	parameters.set('limit', '20');
	parameters.set('questions', 'true');
	const { items, after } = await page('api/conversations', parameters, signal);
	const told = items.length
		? fill(query.get('after') || after ? w.foundHere : w.found, count(items.length, words.conversationCount))
		: narrowed(query)
			? w.none
			: w.empty;
	say(told);
	return [results(told), make('ul', { class: 'rows' }, ...items.map(row)), pages('conversations', query, after)];
}

/** Whether anything at all was asked for. */
const narrowed = (/** @type {URLSearchParams} */ query) => [...query].some(([, value]) => value);

const row = (/** @type {any} */ { id, began, byVisitor, turns, found }) =>
	make(
		'li',
		{},
		make(
			'p',
			{},
			make(
				'a',
				{ href: '#/conversations/' + id },
				fill(w.begun, moment(began)),
				make('span', { class: 'hidden' }, ': ', found.at(-1)?.question),
			),
			' ',
			make('span', { class: 'hint' }, count(turns, words.turns), byVisitor ? '' : ', ' + w.tried),
		),
		make(
			'ul',
			{ class: 'asked' },
			...found.map((/** @type {any} */ turn) =>
				make(
					'li',
					{},
					turn.question ? make('q', {}, turn.question) : fill(w.turn, turn.turn),
					' ',
					make(
						'span',
						{ class: 'tags' },
						outcomeTag(turn.outcome) || tag(w.unfinished),
						turn.nation && tag(nations([turn.nation])),
						turn.intent && tag(turn.intent),
						turn.rating && tag(fill(w.rated, turn.rating), turn.rating < 3 ? 'low' : ''),
					),
				),
			),
		),
	);

/** One conversation read whole. @returns {Promise<import('./parts.js').Screen>} */
async function oneConversation(/** @type {import('./parts.js').Place} */ { id, signal, go, say }) {
	const conversation = await get('api/conversations/' + encodeURIComponent(id) + '?limit=1000', signal);
	const told = make('div');
	const erase = make(
		'details',
		{},
		make('summary', {}, w.erase),
		make('p', {}, w.eraseSure),
		button(w.eraseNow, eraseNow, { class: 'danger' }),
		told,
	);

	async function eraseNow() {
		try {
			await send('api/conversations/' + encodeURIComponent(id), { method: 'DELETE', signal });
			say(w.erased);
			go('#/conversations');
		} catch (ex) {
			told.replaceChildren(problemBox(ex));
		}
	}

	return {
		title: fill(w.one, moment(conversation.began)),
		content: [
			make(
				'p',
				{},
				make('a', { href: '#/conversations' }, w.all),
				' · ',
				count(conversation.turns.length, words.turns),
				' · ',
				fill(w.last, moment(conversation.active)),
			),
			make('p', { class: 'hint' }, w.masked),
			...conversation.turns.map((/** @type {any} */ turn) => oneTurn(id, turn)),
			erase,
		],
	};
}

const oneTurn = (/** @type {string} */ id, /** @type {any} */ { turn, question, asked, state, answer, rating }) =>
	make(
		'section',
		{ class: 'turn', 'aria-labelledby': 'turn-' + turn },
		make(
			'h2',
			{ id: 'turn-' + turn, class: 'question' },
			make('span', { class: 'hidden' }, fill(w.turn, turn), ' '),
			question || w.noQuestion,
		),
		make('p', { class: 'hint' }, moment(asked), answer?.intent && ' · ' + fill(w.meant, answer.intent.name)),
		answer ? answerView(answer) : make('p', {}, named(w.states, state)),
		rating &&
			make(
				'p',
				{ class: 'rating' },
				tag(fill(w.rated, rating.value), rating.value < 3 ? 'low' : ''),
				rating.comment && ' ',
				rating.comment && make('q', {}, rating.comment),
			),
		question &&
			make(
				'p',
				{},
				make(
					'a',
					{ href: '#/try?from=' + id + '&turn=' + turn },
					turn > 1 ? fill(w.tryWith, turn) : w.try,
					make('span', { class: 'hidden' }, ': ', question),
				),
			),
	);
