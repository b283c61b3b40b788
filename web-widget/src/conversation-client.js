// @ts-check
import { eventStream, webSocket } from './transports.js';

/** The server speaks at least every 20 s; after this long without a word the line is dead. */
const SILENCE = 45_000;

/** A line on which no welcome arrives within this time is no use. */
const PATIENCE = 8_000;

/**
 * Keeps one conversation going over lines that come and go. Events are applied once and in order:
 * what was seen is dropped, a gap closes the line and resumes. Requests are kept until an event or
 * an error settles them and sent again after each welcome, so none is lost and none counts twice.
 *
 * @param {object} options
 * @param {string} options.address the server, ending in a slash
 * @param {ReturnType<import('./conversation-memory.js').conversationMemory>} options.memory
 * @param {() => { lang: string, nation?: string | null }} options.visitor what the page knows of its visitor
 * @param {(frame: any, request?: any) => void} options.onFrame `request`: the request of this page it belongs to
 * @param {(state: 'connecting' | 'open' | 'waiting' | 'refused') => void} options.onState `refused`: this page may not ask there, however often it tries
 */
export function conversationClient({ address, memory, visitor, onFrame, onState }) {
	const { remembered, save } = memory;
	/** @type {import('./transports.js').Link | undefined} */
	let link;
	let transport = webSocket;
	let socketWorks = false;
	let running = false;
	let welcomed = false;
	let last = 0;
	let failures = 0;
	/** @type {number | undefined} */
	let pause;
	/** @type {any} */
	let watch;
	/** @type {any} */
	let retry;

	const hello = () => ({ t: 'hello', c: remembered.c, k: remembered.k, after: last, ...visitor() });

	function listenFor(/** @type {number} */ time) {
		clearTimeout(watch);
		watch = setTimeout(() => lost(0), time);
	}

	function connect() {
		clearTimeout(retry);
		if (!running || link) {
			return;
		}
		welcomed = false;
		pause = undefined;
		onState('connecting');
		listenFor(PATIENCE);
		try {
			link = transport(address, hello, { frame: receive, closed: lost });
		} catch {
			lost(0);
		}
	}

	function lost(/** @type {number} */ code) {
		clearTimeout(watch);
		link?.close();
		link = undefined;
		if (!running) {
			return;
		}
		if (code === 4403) {
			stop();
			return onState('refused');
		}
		if (code === 4401) {
			reset();
		}
		if (!welcomed && !socketWorks && navigator.onLine) {
			// never got through: try the other way, first at once, then after a pause
			transport = transport === webSocket ? eventStream : webSocket;
			if (transport === eventStream) {
				return connect();
			}
		}
		onState('waiting');
		const wait = Math.min(30_000, 500 * 2 ** failures++) * (1 + Math.random());
		retry = setTimeout(connect, code === 4410 || code === 4401 ? 0 : (pause ?? wait));
	}

	/** The conversation is gone, and with it all that belonged to it but these requests. */
	function forget(/** @type {any[]} */ ...pending) {
		last = 0;
		save({ c: undefined, k: undefined, pending });
	}

	/** It went without our doing: an unanswered question is asked again in a new one. */
	function reset() {
		forget(...remembered.pending.filter(({ t }) => t === 'ask').map(({ turn, ...ask }) => ask));
		onFrame({ t: 'reset' });
	}

	function settle(/** @type {(request: any) => boolean} */ settled) {
		save({ pending: remembered.pending.filter((request) => !settled(request)) });
	}

	function send(/** @type {any} */ frame) {
		if (welcomed) {
			link?.send(frame);
		}
	}

	function receive(/** @type {any} */ frame) {
		const { t, seq, id = frame.re } = frame;
		listenFor(SILENCE);
		if (t === 'hb') {
			return link?.send(frame);
		}
		if (t === 'bye') {
			pause = frame.retry;
			return;
		}
		if (t === 'welcome') {
			// after our own `cleared` nothing is remembered, and the new conversation is no surprise
			if (frame.reset && remembered.c) {
				reset();
			}
			welcomed = true;
			socketWorks ||= transport === webSocket;
			failures = 0;
			save({ c: frame.c, k: frame.k || remembered.k });
			onFrame(frame);
			onState('open');
			// a turn without a number was not saved, so nobody remembers it
			return remembered.pending.filter(({ turn }) => !turn).forEach(send);
		}
		if (seq) {
			if (seq <= last) {
				return;
			}
			// what was cleared leaves a hole at the beginning, so the first event may bear any number
			if (last && seq > last + 1) {
				return lost(4410);
			}
			last = seq;
		}
		const request = remembered.pending.find((kept) => (id ? kept.id === id : kept.turn != null && kept.turn === frame.turn));
		if (t === 'err' && frame.retry) {
			setTimeout(() => remembered.pending.includes(request) && send(request), frame.retry);
		} else if (t === 'turn' && request) {
			// it stays remembered until its end, so that a reload knows whose answer is still coming
			request.turn = frame.turn;
			save();
		} else if (t === 'end' || (id && !(frame.code === 'not_saved' && request?.t === 'ask'))) {
			// an answer that cannot be saved comes all the same, so its question is not settled before its end
			settle((kept) => kept === request);
		}
		if (t === 'cleared') {
			forget();
		}
		onFrame(frame, request);
	}

	const wake = () => {
		failures = 0;
		connect();
	};
	const sleep = () => lost(0);

	function stop() {
		running = false;
		removeEventListener('online', wake);
		removeEventListener('offline', sleep);
		clearTimeout(retry);
		clearTimeout(watch);
		link?.close();
		link = undefined;
	}

	return {
		start() {
			if (!running) {
				running = true;
				addEventListener('online', wake);
				addEventListener('offline', sleep);
				connect();
			}
		},
		stop,
		/** Sends a request that has an `id` once, however often the line breaks. */
		request(/** @type {any} */ frame) {
			save({ pending: [...remembered.pending, frame] });
			send(frame);
		},
		/** Takes a request back that may not have been sent yet. */
		withdraw(/** @type {any} */ frame) {
			settle((kept) => kept === frame);
		},
		/** Sends a frame that is worth nothing later. */
		send,
	};
}

/** A random UUID, also where `crypto.randomUUID` is missing because the page came by plain http. */
export const uuid = () =>
	'10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
		(+digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (+digit / 4)))).toString(16),
	);
