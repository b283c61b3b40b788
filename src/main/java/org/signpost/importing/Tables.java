package org.signpost.importing;

import org.jsoup.nodes.Element;

/** Tables of formats that know no head: their first row is it, as people write tables. */
final class Tables {

	private Tables() {
	}

	static void headByFirstRow(Element html) {
		for (var table : html.select("table")) {
			var first = table.selectFirst("tr");
			if (first != null && table.select("th").isEmpty()) {
				first.select("> td").forEach((cell) -> cell.tagName("th"));
			}
		}
	}

}
