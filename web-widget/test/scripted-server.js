// @ts-check

/**
 * Stands in for the server in the demonstration: a `WebSocket` that answers from the conversations
 * in `src/test/resources/golden/events`. A question that none of them holds is out of scope.
 */
const NAMES = ['allowance-northern-ireland', 'nasenco', 'clarify-nation', 'duties', 'handoff', 'out-of-scope'];
const golden = await Promise.all(
	NAMES.map(async (name) => (await fetch(`/src/test/resources/golden/events/${name}.json`)).json()),
);

/** The frames after each `ask`, by its question. @type {Map<string, any[]>} */
const answers = new Map();
for (const { steps } of golden) {
	let frames = [];
	for (const { client, server } of steps) {
		if (client?.t === 'ask') {
			answers.set(client.q.toLowerCase(), (frames = []));
		} else if (server?.seq) {
			frames.push(server);
		}
	}
}
const NOTHING = "what's the weather like tomorrow?";

let seq = 0;
let turns = 0;
/** @type {any[]} */
const log = [];

export class ScriptedSocket {
	constructor() {
		setTimeout(() => this.onopen?.(), 50);
	}

	send(/** @type {string} */ text) {
		const frame = JSON.parse(text);
		const event = (/** @type {any} */ event) => {
			const numbered = { ...event, seq: ++seq };
			log.push(numbered);
			this.deliver(numbered);
		};
		if (frame.t === 'hello') {
			this.deliver({ t: 'welcome', c: 'demo', k: 'demo', hb: 20, max: 500 });
			log.filter(({ seq }) => seq > frame.after).forEach((numbered) => this.deliver(numbered));
		} else if (frame.t === 'ask') {
			const turn = ++turns;
			const frames = answers.get(frame.q.toLowerCase()) || answers.get(NOTHING) || [];
			frames.forEach((golden, n) =>
				setTimeout(() => event({ ...golden, turn, ...(golden.t === 'turn' ? { id: frame.id, q: frame.q } : {}) }), 200 * n),
			);
		} else if (frame.t === 'rate') {
			event({ t: 'rated', id: frame.id });
		} else if (frame.t === 'clear') {
			log.length = seq = 0;
			this.deliver({ t: 'cleared', id: frame.id });
			this.deliver({ t: 'welcome', c: 'demo', k: 'demo', hb: 20, max: 500, reset: true });
		}
	}

	deliver(/** @type {any} */ frame) {
		this.onmessage?.({ data: JSON.stringify(frame) });
	}

	close() {}
}
