// Stands in for `node:test` in a browser: runs the tests one after another and keeps what came of them.

/** @type {{ name: string, error?: string }[]} */
export const results = (globalThis.results = []);

let last = Promise.resolve();

export function test(name, run) {
	last = last.then(run).then(
		() => results.push({ name }),
		(error) => results.push({ name, error: String(error.stack || error) }),
	);
	globalThis.finished = last;
}
