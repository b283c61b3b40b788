package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts each footnote after the block that refers to it: at the end of a file it would be
 * read under a heading, and of a nation, that is not its own.
 */
final class SiteFootnotes {

	private static final Pattern DEFINITION = Pattern.compile("\\s{0,3}\\[\\^([^\\]]+)]:\\s*(.*)");

	private SiteFootnotes() {
	}

	static List<SiteLine> read(List<SiteLine> lines) {
		var notes = new LinkedHashMap<String, List<SiteLine>>();
		var rest = new ArrayList<SiteLine>();
		for (int i = 0; i < lines.size(); i++) {
			var definition = DEFINITION.matcher(lines.get(i).text());
			if (!definition.matches()) {
				rest.add(lines.get(i));
				continue;
			}
			var note = notes.computeIfAbsent(definition.group(1), (id) -> new ArrayList<>());
			note.add(lines.get(i).with(definition.group(2)));
			while (i + 1 < lines.size() && goesOn(lines, i + 1)) {
				i++;
				note.add(lines.get(i).with(lines.get(i).outdented(4)));
			}
		}
		return notes.isEmpty() ? lines : placed(rest, notes);
	}

	private static boolean goesOn(List<SiteLine> lines, int at) {
		var line = lines.get(at);
		if (line.isBlank()) {
			return at + 1 < lines.size() && !lines.get(at + 1).isBlank() && lines.get(at + 1).indent() >= 4;
		}
		return !DEFINITION.matcher(line.text()).matches()
				&& (line.indent() >= 4 || (!lines.get(at - 1).isBlank() && !line.text().startsWith("#")));
	}

	private static List<SiteLine> placed(List<SiteLine> lines, Map<String, List<SiteLine>> notes) {
		var out = new ArrayList<SiteLine>();
		var due = new ArrayList<SiteLine>();
		for (var line : lines) {
			if (line.isBlank() && !due.isEmpty()) {
				out.addAll(due);
				due.clear();
			}
			out.add(line);
			notes.keySet().stream().filter((id) -> line.text().contains("[^" + id + "]")).toList().forEach((id) -> {
				due.add(line.with(""));
				due.addAll(notes.getOrDefault(id, List.of()));
				notes.remove(id);
			});
		}
		out.addAll(due);
		notes.values().forEach((note) -> {
			out.add(note.getFirst().with(""));
			out.addAll(note);
		});
		return out;
	}

}
