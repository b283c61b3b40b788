package org.signpost.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.signpost.language.Figures;
import org.signpost.language.Sentences;

/**
 * Reads a knowledge base's folder: {@code guidance/*.md}, which is all it needs, and the
 * optional {@code answers/*.md}, {@code vocabulary.yaml}, {@code contacts.yaml},
 * {@code events.yaml} and {@code scope.yaml}. Reads every file whatever is wrong in
 * another, so that one run names all mistakes. Safe for many threads; tens of
 * milliseconds for a hundred pages.
 */
public final class KnowledgeBaseReader {

	private static final long LARGEST = 2_000_000;

	private final Sentences sentences;

	public KnowledgeBaseReader(Sentences sentences) {
		this.sentences = sentences;
	}

	/** Reads the folder. */
	public Reading read(Path folder) {
		var problems = new ArrayList<Problem>();
		var sources = readSources(folder, problems);
		if (sources.isEmpty() && problems.isEmpty()) {
			problems.add(Problem.error("guidance", 1, "there is no source; put at least one Markdown file here"));
		}
		var vocabulary = new Vocabulary(readConcepts(folder, problems));
		var finder = new EvidenceFinder(sources, vocabulary);
		var answers = readAnswers(folder, new CuratedAnswerReader(this.sentences, finder), problems);
		var knowledgeBase = new KnowledgeBase(sources, answers, vocabulary, readContacts(folder, problems),
				readEvents(folder, sources, problems), readScope(folder, sources, problems));
		return new Reading(knowledgeBase, List.copyOf(problems));
	}

	private List<Source> readSources(Path folder, List<Problem> found) {
		var reader = new GuidanceReader(this.sentences);
		var sources = new ArrayList<Source>();
		for (var file : files(folder.resolve("guidance"))) {
			var problems = new Problems("guidance/" + file.getFileName());
			var text = text(file, problems);
			if (text != null) {
				sources.add(reader.read(id(file), text, problems));
			}
			found.addAll(problems.found());
		}
		return sources;
	}

	private List<CuratedAnswer> readAnswers(Path folder, CuratedAnswerReader reader, List<Problem> found) {
		var answers = new ArrayList<CuratedAnswer>();
		for (var file : files(folder.resolve("answers"))) {
			var problems = new Problems("answers/" + file.getFileName());
			var text = text(file, problems);
			if (text != null) {
				answers.add(reader.read(id(file), text, problems));
			}
			found.addAll(problems.found());
		}
		return answers;
	}

	private List<Concept> readConcepts(Path folder, List<Problem> found) {
		var problems = new Problems("vocabulary.yaml");
		var concepts = new ArrayList<Concept>();
		for (var entry : yaml(folder, problems).maps("concepts")) {
			entry.checkKeys(Set.of("id", "preferred", "alternative", "hidden", "kind", "nations", "definition",
					"broader", "related", "replacedBy"));
			var replaced = entry.map("replacedBy");
			var kind = entry.text("kind");
			concepts.add(new Concept(entry.required("id"), entry.required("preferred"), plain(entry, "alternative"),
					plain(entry, "hidden"), (kind != null) ? kind : "concept",
					entry.has("nations") ? FrontMatter.nations(entry, "nations") : Set.of(), entry.text("definition"),
					plain(entry, "broader"), plain(entry, "related"),
					(replaced != null) ? replacement(replaced) : null));
		}
		checkConcepts(concepts, problems);
		found.addAll(problems.found());
		return concepts;
	}

	private static void checkConcepts(List<Concept> concepts, Problems problems) {
		var ids = new java.util.HashSet<String>();
		for (var concept : concepts) {
			if (!ids.add(concept.id())) {
				problems.error(1, "two concepts have the id \"%s\"".formatted(concept.id()));
			}
		}
		for (var concept : concepts) {
			var replaced = concept.replacedBy();
			if (replaced != null && !ids.contains(replaced.concept())) {
				problems.error(1, "\"%s\" is replaced by \"%s\", which is no concept here".formatted(concept.id(),
						replaced.concept()));
			}
		}
	}

	private static Concept.Replacement replacement(YamlMap entry) {
		var name = entry.text("nation");
		var nation = (name != null) ? FrontMatter.nation(name) : null;
		if (name != null && nation == null) {
			entry.problems()
				.error(entry.line("nation"),
						"\"%s\" is no nation; write ENGLAND, WALES, SCOTLAND or NORTHERN_IRELAND".formatted(name));
		}
		return new Concept.Replacement(entry.required("concept"), nation, day(entry, "from"), entry.text("source"));
	}

	private Contacts readContacts(Path folder, List<Problem> found) {
		var problems = new Problems("contacts.yaml");
		// somebody in distress is shown people to turn to whatever the guidance is about
		var document = Files.isRegularFile(folder.resolve("contacts.yaml")) ? yaml(folder, problems)
				: YamlMap.read(DefaultContacts.yaml(), 0, problems);
		var contacts = new ArrayList<Contact>();
		for (var entry : document.maps("contacts")) {
			var web = entry.text("web");
			if (web != null && !web.startsWith("https://")) {
				problems.error(entry.line("web"), "\"%s\" is no safe address; write https://...".formatted(web));
			}
			var text = entry.text("text");
			var name = entry.required("name");
			contacts.add(new Contact(entry.required("id"), name, entry.required("for"),
					FrontMatter.nations(entry, "nations"), entry.text("telephone"), web, (text != null) ? text : name));
		}
		var leads = new EnumMap<Nation, String>(Nation.class);
		var lead = document.map("safeguardingLead");
		if (lead != null) {
			for (var key : lead.keys()) {
				var nation = FrontMatter.nation(key);
				if (nation == null) {
					problems.error(lead.line(key), "\"%s\" is no nation".formatted(key));
				}
				else {
					leads.put(nation, lead.required(key));
				}
			}
		}
		found.addAll(problems.found());
		return new Contacts(contacts, leads);
	}

	private List<Event> readEvents(Path folder, List<Source> sources, List<Problem> found) {
		var problems = new Problems("events.yaml");
		var events = new ArrayList<Event>();
		for (var entry : yaml(folder, problems).maps("events")) {
			var date = day(entry, "date");
			var id = entry.required("source");
			var name = entry.required("name");
			var place = entry.text("place");
			if (date == null) {
				problems.error(entry.line(), "the event has no \"date\"; write YYYY-MM-DD");
				continue;
			}
			var evidence = announcement(sources, id, date, (place != null) ? place : name);
			if (evidence == null) {
				problems.error(entry.line(), "no statement of \"%s\" announces %s on %s".formatted(id, name, date));
				continue;
			}
			events.add(new Event(name, place, entry.text("format"), date, entry.text("time"), evidence));
		}
		events.sort(Comparator.comparing(Event::date).thenComparing(Event::name));
		found.addAll(problems.found());
		return events;
	}

	private static @Nullable Statement announcement(List<Source> sources, String source, LocalDate date, String words) {
		return sources.stream()
			.filter((each) -> each.id().equals(source))
			.flatMap((each) -> each.statements().stream())
			.filter((statement) -> statement.text().contains(words))
			.filter((statement) -> Figures.in(statement.text())
				.stream()
				.anyMatch((figure) -> figure.value().equals(date.toString())))
			.findFirst()
			.orElse(null);
	}

	private Scope readScope(Path folder, List<Source> sources, List<Problem> found) {
		var problems = new Problems("scope.yaml");
		var document = yaml(folder, problems);
		var subject = document.text("subject");
		var topics = plain(document, "topics");
		if (topics.isEmpty()) {
			topics = sources.stream()
				.map(Source::title)
				// what the guide says of itself holds no figure
				.filter((title) -> Figures.in(title).isEmpty())
				.distinct()
				.limit(8)
				.toList();
		}
		found.addAll(problems.found());
		return new Scope((subject != null) ? subject : "", document.text("description"), plain(document, "starters"),
				topics);
	}

	private static List<String> plain(YamlMap entry, String key) {
		return entry.texts(key).stream().map(YamlMap.Located::text).filter((text) -> !text.isEmpty()).toList();
	}

	private static @Nullable LocalDate day(YamlMap entry, String key) {
		var text = entry.text(key);
		if (text == null) {
			return null;
		}
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			entry.problems().error(entry.line(key), "\"%s\" is no day; write YYYY-MM-DD".formatted(text));
			return null;
		}
	}

	private static YamlMap yaml(Path folder, Problems problems) {
		var file = folder.resolve(problems.file());
		var text = Files.isRegularFile(file) ? text(file, problems) : "";
		return YamlMap.read((text != null) ? text : "", 0, problems);
	}

	private static List<Path> files(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (var files = Files.list(folder)) {
			return files.filter((file) -> file.getFileName().toString().endsWith(".md"))
				.filter((file) -> !file.getFileName().toString().equalsIgnoreCase("README.md"))
				.filter(Files::isRegularFile)
				.sorted(Comparator.comparing((file) -> file.getFileName().toString()))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static @Nullable String text(Path file, Problems problems) {
		try {
			if (Files.size(file) > LARGEST) {
				problems.error(1, "the file is larger than 2 MB; split it");
				return null;
			}
			var decoder = StandardCharsets.UTF_8.newDecoder();
			var text = decoder.decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
			return text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
		}
		catch (CharacterCodingException ex) {
			problems.error(1, "the file is not in UTF-8; save it as UTF-8");
			return null;
		}
		catch (IOException ex) {
			problems.error(1, "the file could not be read: " + ex.getMessage());
			return null;
		}
	}

	private static String id(Path file) {
		var name = file.getFileName().toString();
		return name.substring(0, name.length() - ".md".length());
	}

	/**
	 * What was read.
	 *
	 * @param knowledgeBase the knowledge base, to be used only when there is no error
	 * @param problems every mistake found, file by file
	 */
	public record Reading(KnowledgeBase knowledgeBase, List<Problem> problems) {

		/** Whether it may be used. */
		public boolean usable() {
			return this.problems.stream().noneMatch((problem) -> problem.severity() == Problem.Severity.ERROR);
		}

	}

}
