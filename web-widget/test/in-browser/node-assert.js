// Stands in for the part of `node:assert/strict` that the tests use.

const shown = (value) => JSON.stringify(value, (key, item) => (item === undefined ? 'undefined' : item));

function check(holds, message) {
	if (!holds) {
		throw new Error(message);
	}
}

/** Equal whatever the order of the properties, as in Node. */
const ordered = (value) =>
	Array.isArray(value)
		? value.map(ordered)
		: value && typeof value === 'object'
			? Object.fromEntries(Object.keys(value).sort().map((key) => [key, ordered(value[key])]))
			: value;

export default {
	equal: (actual, expected, name = '') => check(Object.is(actual, expected), `${name} ${shown(actual)} is not ${shown(expected)}`),
	notEqual: (actual, other) => check(!Object.is(actual, other), `is ${shown(other)}`),
	deepEqual: (actual, expected) =>
		check(shown(ordered(actual)) === shown(ordered(expected)), `${shown(actual)} is not ${shown(expected)}`),
	match: (text, pattern) => check(pattern.test(text), `${text} does not match ${pattern}`),
};
