package org.signpost.knowledge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.CuratedAnswer.Line;
import org.signpost.knowledge.CuratedAnswer.Section;
import org.signpost.language.Sentences;
import org.signpost.language.Words;

/**
 * Reads one curated answer and finds the statements behind each of its lines. A part of
 * it whose evidence the guidance no longer gives is set aside with a warning: the sources
 * answer in its place. For many threads.
 */
final class CuratedAnswerReader {

	private static final Set<String> KEYS = Set.of("title", "examples", "suggestions");

	private static final Pattern CITATIONS = Pattern.compile("((?:\\s*\\[[\\w.;, -]+\\])+)");

	private static final Pattern ID = Pattern.compile("[\\w.-]+");

	private static final int LONGEST = 110;

	private final Sentences sentences;

	private final EvidenceFinder evidence;

	private final References references;

	private final TypedFigures typed;

	private final Subjects subjects;

	CuratedAnswerReader(Sentences sentences, EvidenceFinder evidence, References references, TypedFigures typed,
			Subjects subjects) {
		this.sentences = sentences;
		this.evidence = evidence;
		this.references = references;
		this.typed = typed;
		this.subjects = subjects;
	}

	CuratedAnswer read(String intent, String text, Problems problems) {
		var head = FrontMatter.read(text, problems);
		var values = head.values();
		values.checkKeys(KEYS);
		var examples = values.texts("examples");
		if (examples.size() < 5) {
			problems.error(values.line("examples"),
					"%d examples are too few to recognise the question by; write 8 to 15 in visitors' words"
						.formatted(examples.size()));
		}
		var title = values.required("title");
		return new CuratedAnswer(intent, title, plain(examples), plain(values.texts("suggestions")),
				sections(head, title, problems));
	}

	private static List<String> plain(List<YamlMap.Located> texts) {
		return texts.stream().map(YamlMap.Located::text).filter((text) -> !text.isEmpty()).toList();
	}

	private List<Section> sections(FrontMatter head, String title, Problems problems) {
		var parts = new ArrayList<Part>();
		var rows = head.body().split("\n", -1);
		for (int i = 0; i < rows.length; i++) {
			var row = rows[i].strip();
			int line = head.bodyOffset() + i + 1;
			if (row.startsWith("#")) {
				parts
					.add(new Part(nations(row.replaceFirst("^#+", "").strip(), line, problems), line, problems.file()));
			}
			else if (!row.isEmpty()) {
				if (parts.isEmpty()) {
					problems.error(line,
							"a line stands above the first heading; begin with \"## Anywhere\" or \"## England\"");
					parts.add(new Part(EnumSet.noneOf(Nation.class), line, problems.file()));
				}
				read(row, line, parts.getLast(), problems);
			}
		}
		if (parts.isEmpty()) {
			problems.error(head.bodyOffset() + 1,
					"the answer is empty; write \"## Anywhere\" and below it what to say");
		}
		parts.forEach((part) -> checkSubjects(title, part, problems));
		var sections = parts.stream().flatMap((part) -> part.section(problems).stream()).toList();
		if (problems.setAside().isEmpty() && !problems.hasErrors()) {
			// what is not used is mended first
			parts.forEach((part) -> problems.add(part.advice));
		}
		return sections;
	}

	/** A value may have moved to where another thing is spoken of. */
	private void checkSubjects(String title, Part part, Problems problems) {
		var said = title + ". " + String.join(" ", part.lines.stream().map(Line::text).toList());
		var words = new HashSet<>(Words.stems(said));
		for (var taken : part.taken) {
			var statements = this.evidence.holding(taken.source, taken.value);
			if (!statements.isEmpty() && statements.stream()
				.allMatch((statement) -> this.subjects.differ(taken.line.text(), said, words, statement))) {
				var first = statements.getFirst();
				part.stale(taken.line.line(),
						"{#%s} now stands in line %d of %s, which speaks of something else: \"%s\"; refer to the value that is meant, or say here what it is of"
							.formatted(taken.value.name(), first.line(), References.file(taken.source), first.text()),
						problems);
			}
		}
	}

	private static Set<Nation> nations(String heading, int line, Problems problems) {
		if (heading.equalsIgnoreCase("Anywhere")) {
			return EnumSet.noneOf(Nation.class);
		}
		var nations = EnumSet.noneOf(Nation.class);
		for (var name : heading.split(",| and | & ", -1)) {
			var nation = name.isBlank() ? null : FrontMatter.nation(name);
			if (nation != null) {
				nations.add(nation);
			}
			else if (!name.isBlank()) {
				problems.error(line, "\"%s\" is no nation; write England, Wales, Scotland, Northern Ireland or Anywhere"
					.formatted(name.strip()));
			}
		}
		return nations;
	}

	private void read(String row, int line, Part part, Problems problems) {
		if (row.startsWith(">")) {
			split(row.substring(1).strip(), line, CuratedAnswer.Kind.NOTE, part, problems);
		}
		else if (row.startsWith("- ") || row.startsWith("* ")) {
			split(row.substring(2).strip(), line, CuratedAnswer.Kind.ITEM, part, problems);
		}
		else {
			split(row, line, CuratedAnswer.Kind.SENTENCE, part, problems);
		}
	}

	/** Citations belong to the sentence before them. */
	private void split(String row, int line, CuratedAnswer.Kind kind, Part part, Problems problems) {
		var resolved = this.references.resolve(row);
		resolved.mistakes().forEach((mistake) -> part.tell(mistake, line, problems));
		var matcher = CITATIONS.matcher(resolved.text());
		int from = 0;
		while (matcher.find()) {
			add(resolved, from, matcher.start(), matcher.group(), line, kind, part, problems);
			from = matcher.end();
		}
		if (resolved.text().substring(from).strip().matches("[.;]?")) {
			return;
		}
		add(resolved, from, resolved.text().length(), "", line, kind, part, problems);
	}

	private void add(References.Resolved row, int from, int to, String citations, int line, CuratedAnswer.Kind kind,
			Part part, Problems problems) {
		var named = new ArrayList<String>();
		var ids = ID.matcher(citations.replaceAll("[\\[\\];,]", " "));
		while (ids.find()) {
			if (this.evidence.knows(ids.group())) {
				named.add(ids.group());
			}
			else {
				part.stale(line, "there is no source \"%s\"; write the name of a file in guidance/ without .md"
					.formatted(ids.group()), problems);
			}
		}
		var chunk = row.text().substring(from, to).strip();
		var parts = (kind == CuratedAnswer.Kind.ITEM) ? List.of(chunk) : this.sentences.of(chunk);
		int begin = from;
		for (int i = 0; i < parts.size(); i++) {
			var text = parts.get(i);
			var last = i == parts.size() - 1;
			var found = row.text().indexOf(text, begin);
			// white space apart, the sentences are the row's
			int end = (found < 0 || last) ? to : found + text.length();
			var cited = new LinkedHashSet<>(last ? named : List.of());
			cited.addAll(row.sources(begin, end));
			part.lines.add(line(text, List.copyOf(cited), line, kind, part, problems));
			var written = part.lines.getLast();
			row.places(begin, end).forEach((place) -> part.take(written, place));
			this.typed.find(row, begin, end, written.evidence())
				.ifPresent((message) -> part.advice.warning(line, message));
			begin = end;
		}
	}

	private Line line(String text, List<String> cited, int line, CuratedAnswer.Kind kind, Part part,
			Problems problems) {
		var found = this.evidence.find(text, cited);
		if (!found.missingFigures().isEmpty() && cited.isEmpty()) {
			problems.error(line, "\"%s\" gives a figure (%s) and cites no source; write [source-id] after it"
				.formatted(text, figures(found)));
		}
		else if (!found.missingFigures().isEmpty()) {
			part.stale(line, "no statement of %s gives %s; correct the figure or cite the source that gives it"
				.formatted(String.join(", ", cited), figures(found)), problems);
		}
		else if (!found.missingNames().isEmpty() && !cited.isEmpty()) {
			part.stale(line, "no statement of %s names %s; cite the source that does"
				.formatted(String.join(", ", cited), String.join(", ", found.missingNames())), problems);
		}
		return new Line(kind, text, cited, found.statements(), line);
	}

	private static String figures(EvidenceFinder.Evidence found) {
		return String.join(", ", found.missingFigures().stream().map((figure) -> figure.value()).toList());
	}

	/** What stands under one heading. */
	private static final class Part {

		private final Set<Nation> nations;

		private final int start;

		private final List<Line> lines = new ArrayList<>();

		/** The values that its lines take from the sources. */
		private final List<Taken> taken = new ArrayList<>();

		/** What could be written better. */
		private final Problems advice;

		private boolean stale;

		Part(Set<Nation> nations, int start, String file) {
			this.nations = nations;
			this.start = start;
			this.advice = new Problems(file);
		}

		void tell(References.Mistake mistake, int line, Problems problems) {
			switch (mistake.kind()) {
				case LOOSE -> problems.warning(line, mistake.message());
				case GONE -> stale(line, mistake.message(), problems);
				case UNKNOWN -> {
					if (problems.rightBefore()) {
						stale(line, mistake.message(), problems);
					}
					else {
						problems.error(line, mistake.message());
					}
				}
			}
		}

		void take(Line line, References.Place place) {
			var value = place.value();
			if (value != null) {
				this.taken.add(new Taken(line, place.source(), value));
			}
		}

		/** The guidance no longer says what stands in a line. */
		void stale(int line, String message, Problems problems) {
			this.stale = true;
			problems.warning(line, message);
		}

		Optional<Section> section(Problems problems) {
			if (this.lines.isEmpty()) {
				problems.error(this.start,
						"nothing is said under this heading; write the answer or take the heading out");
				return Optional.empty();
			}
			int words = this.lines.stream().mapToInt((each) -> each.text().split("\\s+").length).sum();
			if (words > LONGEST) {
				problems.error(this.start,
						"%d words are too many for a small panel; write at most %d".formatted(words, LONGEST));
			}
			if (this.stale) {
				problems.setAside(this.start,
						"what stands under this heading is set aside until then; the sources answer in its place");
				return Optional.empty();
			}
			return Optional.of(new Section(this.nations, this.lines));
		}

	}

	/** A value that a line takes from a source. */
	private record Taken(Line line, String source, NamedValue value) {

	}

}
