package org.signpost.web.adviser;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tables as text (RFC 4180) that can be opened without fear: a cell that a program for
 * tables would take for a formula is kept from it by an apostrophe (OWASP, CSV
 * injection).
 */
final class Csv {

	private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");

	private static final Pattern SPECIAL = Pattern.compile("[\",;\\t\\r\\n']");

	private Csv() {
	}

	static String of(List<List<String>> rows) {
		return rows.stream()
			.map((row) -> row.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n")
			.collect(Collectors.joining());
	}

	private static String cell(String text) {
		var safe = FORMULA.matcher(text).find() ? "'" + text : text;
		return SPECIAL.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
	}

}
