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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.signpost.language.Figures;
import org.signpost.language.Progress;
import org.signpost.language.Sentences;

import org.springframework.util.function.SingletonSupplier;

/**
 * Reads a knowledge base's folder: {@code guidance/*.md}, which is all it needs, and the
 * optional {@code answers/*.md}, {@code vocabulary.yaml}, {@code contacts.yaml},
 * {@code events.yaml} and {@code scope.yaml}. Reads every file whatever is wrong in
 * another, so that one run names all mistakes; a file with a mistake is left out alone,
 * or read as it was when it had none. A source that is as it was when this reader last
 * read is not read again. Safe for many threads, one of which reads at a time; tens of
 * milliseconds for a hundred pages.
 */
public final class KnowledgeBaseReader {

	private static final long LARGEST = 2_000_000;

	/** Files read between two words of how far it is. */
	private static final int TOGETHER = 64;

	private final Sentences sentences;

	private final ReadSources guidance;

	private final Subjects subjects;

	/** A reader that knows nothing of what is spoken of. */
	public KnowledgeBaseReader(Sentences sentences) {
		this(sentences, Subjects.UNKNOWN);
	}

	/**
	 * A reader.
	 * @param sentences tells sentences apart
	 * @param subjects tells whether a value still stands where an editors' answer has it
	 * from
	 */
	public KnowledgeBaseReader(Sentences sentences, Subjects subjects) {
		this.sentences = sentences;
		this.guidance = new ReadSources(new GuidanceReader(sentences));
		this.subjects = subjects;
	}

	/** Reads the folder. */
	public Reading read(Path folder) {
		return read(folder, new LastGoodFiles(null), Progress.UNSEEN);
	}

	/**
	 * Reads the folder, and in place of a file with a mistake what is kept of it.
	 * @param folder the knowledge base
	 * @param lastGood files without a mistake of readings before
	 * @param progress is told how many sources are read
	 */
	public synchronized Reading read(Path folder, LastGoodFiles lastGood, Progress progress) {
		var files = new GoodFiles(folder, lastGood);
		var sources = files.all("guidance", this.guidance::read, progress);
		this.guidance.forgetOthers();
		if (sources.isEmpty()) {
			files.problems.add(Problem.error("guidance", 1, "there is no source; put at least one Markdown file here"));
		}
		var vocabulary = new Vocabulary(files.one("vocabulary.yaml", KnowledgeBaseReader::readConcepts));
		// where nobody has written an answer, nobody looks for evidence
		var curated = SingletonSupplier.of(() -> new CuratedAnswerReader(this.sentences,
				new EvidenceFinder(sources, vocabulary, this.guidance.words(sources)),
				new References(sources, files.names), new TypedFigures(sources), this.subjects));
		var answers = files
			.all("answers", (id, text, problems) -> curated.obtain().read(id, text, problems), Progress.UNSEEN)
			.stream()
			.filter((answer) -> !answer.sections().isEmpty())
			.toList();
		var contacts = files.one("contacts.yaml",
				// somebody in distress is shown people to turn to whatever the guidance
				// is about
				(text, problems) -> readContacts(
						YamlMap.read(text.isEmpty() ? DefaultContacts.yaml() : text, 0, problems), problems));
		var events = files.one("events.yaml", (text, problems) -> readEvents(text, sources, problems));
		var scope = files.one("scope.yaml", (text, problems) -> readScope(text, sources, problems));
		files.problems.addAll(OtherFiles.find(folder));
		var replacements = this.guidance.replacements(sources);
		return new Reading(new KnowledgeBase(sources, answers, vocabulary, contacts, events, scope, replacements::get),
				List.copyOf(files.problems), List.copyOf(files.setAside), Map.copyOf(files.good),
				Set.copyOf(files.names));
	}

	/**
	 * Reads one source by itself.
	 * @param file the source's file
	 */
	public SourceReading readSource(Path file) throws IOException {
		var name = file.getFileName().toString();
		var problems = new Problems(name);
		var source = new GuidanceReader(this.sentences).read(name.replaceFirst("\\.md$", ""), Files.readString(file),
				problems);
		return new SourceReading(source.statements().size(), problems.found());
	}

	/**
	 * What was read of one source.
	 *
	 * @param statements how many it states
	 * @param problems its mistakes
	 */
	public record SourceReading(int statements, List<Problem> problems) {

		public SourceReading {
			problems = List.copyOf(problems);
		}

	}

	private static List<Concept> readConcepts(String text, Problems problems) {
		var concepts = new ArrayList<Concept>();
		for (var entry : YamlMap.read(text, 0, problems).maps("concepts")) {
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

	private static Contacts readContacts(YamlMap document, Problems problems) {
		var contacts = new ArrayList<Contact>();
		for (var entry : document.maps("contacts")) {
			var web = entry.text("web");
			if (web != null && !web.startsWith("https://")) {
				problems.error(entry.line("web"), "\"%s\" is no safe address; write https://...".formatted(web));
			}
			var text = entry.text("text");
			var name = entry.required("name");
			contacts.add(new Contact(entry.required("id"), name, entry.required("for"),
					FrontMatter.nations(entry, "nations"), entry.text("telephone"), web, (text != null) ? text : name,
					entry.text("hours")));
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
		return new Contacts(contacts, leads);
	}

	private static List<Event> readEvents(String text, List<Source> sources, Problems problems) {
		var events = new ArrayList<Event>();
		for (var entry : YamlMap.read(text, 0, problems).maps("events")) {
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
				problems.warning(entry.line(),
						"no statement of \"%s\" announces %s on %s; the event is left out".formatted(id, name, date));
				continue;
			}
			events.add(new Event(name, place, entry.text("format"), date, entry.text("time"), evidence));
		}
		events.sort(Comparator.comparing(Event::date).thenComparing(Event::name));
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

	private static Scope readScope(String text, List<Source> sources, Problems problems) {
		var document = YamlMap.read(text, 0, problems);
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

	/** Reads what stands in one of many files, of several at the same time. */
	private interface FileReader<T> {

		T read(String id, String text, Problems problems);

	}

	/** Files read one by one, each whatever is wrong in another. */
	private static final class GoodFiles {

		private final Path folder;

		private final LastGoodFiles lastGood;

		private final List<Problem> problems = new ArrayList<>();

		private final List<Problem> setAside = new ArrayList<>();

		private final Map<String, String> good = new TreeMap<>();

		private final Set<String> names = new TreeSet<>();

		GoodFiles(Path folder, LastGoodFiles lastGood) {
			this.folder = folder;
			this.lastGood = lastGood;
		}

		/** What stands in each Markdown file of a folder that can be read. */
		<T> List<T> all(String name, FileReader<T> reader, Progress progress) {
			var files = files(this.folder.resolve(name));
			var all = new ArrayList<T>();
			for (int i = 0; i < files.size(); i += TOGETHER) {
				progress.at(Progress.Step.READING, i, files.size());
				files.subList(i, Math.min(i + TOGETHER, files.size()))
					.parallelStream()
					.map((file) -> read(name + "/" + file.getFileName(),
							(text, found) -> reader.read(id(file), text, found)))
					.toList()
					.forEach((read) -> add(read).ifPresent(all::add));
			}
			return List.copyOf(all);
		}

		/** What stands in a file that need not be there. */
		<T> T one(String name, BiFunction<String, Problems, T> reader) {
			var read = Files.isRegularFile(this.folder.resolve(name)) ? add(read(name, reader)) : Optional.<T>empty();
			return read.orElseGet(() -> reader.apply("", new Problems(name)));
		}

		/** Notes what was found in a file, one file after the other. */
		private <T> Optional<T> add(ReadFile<T> read) {
			this.names.add(read.name);
			this.problems.addAll(read.found.found());
			this.setAside.addAll(read.found.setAside());
			if (read.good != null) {
				this.good.put(read.name, read.good);
			}
			return Optional.ofNullable(read.content);
		}

		/** What stands in a file, else what stood in it when it was right. */
		private <T> ReadFile<T> read(String name, BiFunction<String, Problems, T> reader) {
			var unread = new Problems(name);
			var text = text(this.folder.resolve(name), unread);
			var kept = this.lastGood.find(name);
			var found = (text != null) ? new Problems(name, text.equals(kept)) : unread;
			var read = (text != null) ? reader.apply(text, found) : null;
			if (text != null && read != null && !found.hasErrors()) {
				return new ReadFile<>(name, read, text, found);
			}
			var again = new Problems(name, true);
			var before = (kept != null) ? reader.apply(kept, again) : null;
			var usable = before != null && !again.hasErrors();
			found.setAside(1, usable ? "until this is mended the file is used as it was before"
					: "until this is mended the file is left out");
			return new ReadFile<>(name, usable ? before : null, null, found);
		}

		/**
		 * A file as it was read.
		 *
		 * @param content what stands in it, if anything that can be used
		 * @param good its text, if nothing is wrong with it
		 */
		private record ReadFile<T>(String name, @Nullable T content, @Nullable String good, Problems found) {

		}

	}

	/**
	 * What was read.
	 *
	 * @param knowledgeBase the knowledge base, without what has a mistake
	 * @param problems every mistake found, file by file
	 * @param setAside those of them that say that something is not used until it is
	 * mended
	 * @param good the texts of the files without a mistake, by their paths
	 * @param files the paths of all files that are there
	 */
	public record Reading(KnowledgeBase knowledgeBase, List<Problem> problems, List<Problem> setAside,
			Map<String, String> good, Set<String> files) {

		/** Whether there is anything to answer from. */
		public boolean usable() {
			return !this.knowledgeBase.sources().isEmpty();
		}

		/** Whether there is nothing that an editor has to mend. */
		public boolean faultless() {
			return this.problems.stream().noneMatch((problem) -> problem.severity() == Problem.Severity.ERROR);
		}

	}

}
