// @ts-check
import { Problem, get, page } from './api.js';
import { link, make, safeAddress } from './dom.js';
import { count, date, fill, moment, nations, number } from './format.js';
import { facts, orProblem, pages, results, table, tag } from './parts.js';
import { words } from './words.js';

const w = words.sources;

/**
 * What answers are made from, the stale first, and whether the last publication went through;
 * `#/sources/ID` is one source with its statements.
 *
 * @param {import('./parts.js').Place} place
 * @returns {Promise<import('./parts.js').Screen>}
 */
export async function sourcesScreen(place) {
	if (place.id) {
		return oneSource(place);
	}
	const { signal } = place;
	return {
		title: w.title,
		content: [
			make('p', { class: 'lead' }, w.lead),
			...(await orProblem(signal, async () => publication(await get('api/publication', signal)))),
			...(await orProblem(signal, async () => toMend(await conflictsOf({ resolved: 'false' }, signal, '5')))),
			...(await orProblem(signal, () => list(place))),
		],
	};
}

function publication(/** @type {any} */ { published, last, loading, problems = [], setAside = [], statements, sources, answers, stale, conflicts }) {
	return [
		make('h2', {}, w.publication),
		facts(
			[w.state, last && tag(last.through ? w.through : w.notThrough, last.through ? 'answered' : 'low')],
			[w.loading, loading && fill(w.loadingOf[loading.step] || '{0}/{1}', number(loading.done), number(loading.all))],
			[w.published, moment(published)],
			[w.tried, last && last.at !== published && moment(last.at)],
			[
				w.holds,
				statements != null &&
					fill(w.holdsOf, count(statements, words.statementCount), count(sources, words.sourceCount), count(answers, words.answerCount)),
			],
			[w.age, statements > 0 && (stale ? fill(w.staleOf, number(stale), count(sources, words.sourceCount)) : w.noneIsStale)],
			[w.conflicts, conflictCounts(conflicts)],
		),
		problems.length > 0 && make('h3', {}, w.problems),
		problemList(problems),
		setAside.length > 0 && make('h3', {}, w.setAside),
		setAside.length > 0 &&
			make(
				'ul',
				{},
				...setAside.map((/** @type {any} */ { answer, source, file, why }) =>
					make(
						'li',
						{},
						make('strong', {}, answer || source || file),
						' ',
						make('span', { class: 'hint' }, answer ? w.isAnswer : source ? w.isSource : ''),
						' ',
						why,
					),
				),
			),
	];
}

const conflictCounts = (/** @type {any} */ conflicts) =>
	conflicts
		? fill(w.conflictCounts, count(conflicts.unresolved, w.unresolvedCount), number(conflicts.resolved)) +
			(conflicts.current ? '' : ' ' + w.lookingAgain)
		: w.looking;

/** The first conflicts of some, and whether there are more; none while they are being looked for. */
async function conflictsOf(/** @type {Record<string, string>} */ filter, /** @type {AbortSignal} */ signal, limit = '20') {
	try {
		return await page('api/conflicts', new URLSearchParams({ ...filter, limit }), signal);
	} catch (ex) {
		if (ex instanceof Problem && ex.status === 503) {
			return { items: [], after: null };
		}
		throw ex;
	}
}

const toMend = (/** @type {{ items: any[], after: string | null }} */ { items, after }) =>
	items.length > 0
		? [
				make('h2', {}, w.toMend),
				make('p', { class: 'hint' }, w.toMendLead),
				make('ul', { class: 'conflicts' }, ...items.map((item) => conflict(item, ''))),
				after && make('p', {}, w.more),
			]
		: [];

/** Both statements of a conflict with what tells which is given; `own` is the source that is being read. */
function conflict(/** @type {any} */ { resolved, reason, statements }, /** @type {string} */ own) {
	return make(
		'li',
		{ class: 'conflict' },
		make('p', {}, tag(resolved ? w.decided : w.undecided, resolved ? '' : 'low'), ' ', w.reasons[reason] || reason),
		make(
			'ul',
			{ class: 'statements' },
			...statements.map((/** @type {any} */ side, /** @type {number} */ i) =>
				make(
					'li',
					{},
					resolved && tag(i === 0 ? w.given : w.notGiven, i === 0 ? 'answered' : ''),
					resolved && ' ',
					side.text,
					' ',
					make(
						'span',
						{ class: 'hint block' },
						side.source === own ? w.here : make('a', { href: '#/sources/' + encodeURIComponent(side.source) }, side.title),
						' · ' +
							[side.asOf ? fill(words.answer.of, date(side.asOf)) : w.undated, nations(side.nations), side.secondary && w.isSecondary]
								.filter(Boolean)
								.join(' · ') +
							' ',
						make('code', {}, side.place),
					),
				),
			),
		),
	);
}

/** How visitors rated what was answered from a source. */
const rating = (/** @type {any} */ { rated }) =>
	rated ? fill(w.ratedMean, number(rated.mean), count(rated.answers, words.ratedCount)) : w.unrated;

/** Mistakes with the place to mend them. */
export const problemList = (/** @type {any[]} */ problems) =>
	problems.length > 0 &&
	make(
		'ul',
		{ class: 'problems' },
		...problems.map(({ place, text, severity }) =>
			make(
				'li',
				{},
				tag(severity === 'error' ? words.severity.error : words.severity.warning, severity === 'error' ? 'low' : ''),
				' ',
				make('code', {}, place),
				' ',
				text,
			),
		),
	);

async function list(/** @type {import('./parts.js').Place} */ { query, signal, say }) {
	const order = query.get('order') || 'stale';
	const { items, after } = await page('api/sources', new URLSearchParams({ order, limit: '50', after: query.get('after') || '' }), signal);
	const stale = items.filter((/** @type {any} */ source) => source.stale).length;
	const told = fill(
		after || query.get('after') ? w.foundHere : w.found,
		count(items.length, words.sourceCount),
		stale ? count(stale, w.staleCount) : w.noneStale,
	);
	say(told);
	return [
		results(told),
		make(
			'p',
			{},
			order === 'stale' ? make('a', { href: '#/sources?order=id' }, w.byId) : make('a', { href: '#/sources?order=stale' }, w.staleFirst),
		),
		table(
			w.title,
			[w.source, w.checked, w.nations, w.statements, w.conflicts, w.answers, w.rated],
			items.map((/** @type {any} */ source) => [
				[
					make('a', { href: '#/sources/' + encodeURIComponent(source.id) }, source.title),
					make('span', { class: 'hint block' }, [source.publisher, source.id].filter(Boolean).join(' · ')),
				],
				[
					date(source.checked || source.published) || w.undated,
					source.stale && ' ',
					source.stale && tag(w.stale, 'low'),
					source.ageDays != null && make('span', { class: 'hint block' }, count(source.ageDays, w.daysAgo)),
				],
				nations(source.nations),
				String(source.statementCount),
				source.unresolvedConflicts ? tag(count(source.unresolvedConflicts, w.unresolvedCount), 'low') : w.noConflict,
				source.answers?.length
					? source.answers.length > 3
						? [make('details', {}, make('summary', {}, count(source.answers.length, words.answerCount)), source.answers.join(', '))]
						: source.answers.join(', ')
					: w.noAnswer,
				rating(source),
			]),
			true,
		),
		pages('sources', query, after),
	];
}

/** @returns {Promise<import('./parts.js').Screen>} */
async function oneSource(/** @type {import('./parts.js').Place} */ { id, query, signal }) {
	const path = 'api/sources/' + encodeURIComponent(id);
	const { items: source, after } = await page(path, new URLSearchParams({ limit: '200', after: query.get('after') || '' }), signal);
	const { items: found, after: furtherConflicts } = await conflictsOf({ source: id }, signal);
	const conflicts = found.length
		? [
				make('h2', { id: 'conflicts' }, w.conflicts),
				make('ul', { class: 'conflicts' }, ...found.map((/** @type {any} */ item) => conflict(item, id))),
				furtherConflicts && make('p', {}, w.more),
			]
		: [];
	const address = safeAddress(source.url);
	const sections = new Map();
	for (const statement of source.statements) {
		const heading = statement.headings.filter((/** @type {string} */ each) => each !== source.title).join(' › ');
		sections.set(heading, [...(sections.get(heading) || []), statement]);
	}
	return {
		title: source.title,
		content: [
			make('p', {}, make('a', { href: '#/sources' }, w.all)),
			facts(
				[w.file, make('code', {}, 'guidance/' + source.id + '.md')],
				[w.publisher, source.publisher],
				[w.original, address && link(address, address.replace(/^https?:\/\/(www\.)?|[/?].*$/g, ''), { newTab: words.newTab, lang: 'en' })],
				[w.publishedOn, date(source.published)],
				[w.checked, [date(source.checked), source.stale && ' ', source.stale && tag(w.stale, 'low')].filter(Boolean)],
				[w.nations, nations(source.nations)],
				[w.secondary, source.secondary && w.isSecondary],
				[w.answers, source.answers?.join(', ')],
				[w.rated, rating(source)],
			),
			...conflicts,
			make('h2', {}, count(source.statementCount, words.statementCount)),
			...[...sections].flatMap(([heading, statements]) => [
				heading && make('h3', {}, heading),
				make(
					'ul',
					{ class: 'statements' },
					...statements.map((/** @type {any} */ { id: statement, text, nations: where, asOf }) =>
						make(
							'li',
							{},
							text,
							' ',
							make(
								'span',
								{ class: 'hint' },
								[
									statement,
									nations(where) !== nations(source.nations) && nations(where),
									asOf && asOf !== source.published && fill(words.answer.of, date(asOf)),
								]
									.filter(Boolean)
									.join(' · '),
							),
						),
					),
				),
			]),
			pages('sources/' + encodeURIComponent(id), query, after),
		],
	};
}
