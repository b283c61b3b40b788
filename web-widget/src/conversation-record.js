// @ts-check

/**
 * What was said, as data: kept for a new view in another language, for copying and for the download.
 *
 * @typedef {{ id: string, q: string, nation?: string, force?: boolean }} Ask
 * @typedef {{ turn?: number, id?: string, q: string, texts: any[], sources: any[], frames: any[], nation?: string }} Turn
 */
export function conversationRecord() {
	/** @type {Map<number, Turn>} */
	const turns = new Map();
	return {
		turns,
		/**
		 * @param {any} frame
		 * @returns {Turn | undefined} the turn it belongs to
		 */
		add(frame) {
			if (frame.t === 'turn') {
				turns.set(frame.turn, { ...frame, texts: [], sources: [], frames: [] });
			}
			const turn = turns.get(frame.turn);
			if (turn) {
				turn.frames.push(frame);
				if (frame.t === 'text') {
					turn.texts.push(frame);
				} else if (frame.t === 'src') {
					turn.sources.push(frame);
				} else if (frame.t === 'end') {
					turn.nation = frame.nation;
				}
			}
			return turn;
		},
	};
}

/**
 * The answer of a turn as plain text, its sources under it.
 *
 * @param {Turn} turn
 * @param {Record<string, string>} words
 */
export function answerText({ texts, sources }, words) {
	return [
		...texts.map(
			({ kind, text, cites = [], href }) =>
				(kind === 'li' ? '- ' : kind === 'note' ? words.note + ' ' : '') +
				text +
				cites.map((/** @type {number} */ n) => ` [${n}]`).join('') +
				(href && !text.replace(/[^\d+]/g, '').includes(href.slice(4)) ? ` (${href.replace(/^tel:/, '')})` : ''),
		),
		...(sources.length ? ['', words.sources + ':'] : []),
		...sources.map(
			({ n, publisher, title, asOf, published, url }) =>
				`[${n}] ` + [publisher, title, asOf || published, url].filter(Boolean).join(', '),
		),
	].join('\n');
}

/**
 * The whole conversation as plain text.
 *
 * @param {Iterable<Turn>} turns
 * @param {Record<string, string>} words
 */
export function conversationText(turns, words) {
	return [
		words.program,
		...Array.from(turns, (turn) =>
			[
				words.asked + ' ' + turn.q,
				...(turn.nation ? [words.nation + ': ' + words[turn.nation]] : []),
				'',
				answerText(turn, words),
			].join('\n'),
		),
		'',
	].join('\n\n');
}
