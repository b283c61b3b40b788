package org.signpost.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The guidance an organisation has dropped into its folder, as read and checked. A
 * snapshot: it never changes, so it may be shared by threads.
 */
public final class KnowledgeBase {

	private final List<Source> sources;

	private final Map<String, Source> byId = new HashMap<>();

	private final List<Statement> statements;

	private final Map<String, Statement> byStatementId;

	private final List<CuratedAnswer> answers;

	private final Vocabulary vocabulary;

	private final Contacts contacts;

	private final List<Event> events;

	private final Scope scope;

	private final List<StatedReplacement> replacements;

	KnowledgeBase(List<Source> sources, List<CuratedAnswer> answers, Vocabulary vocabulary, Contacts contacts,
			List<Event> events, Scope scope) {
		this(sources, answers, vocabulary, contacts, events, scope, StatedReplacement::in);
	}

	/**
	 * A knowledge base.
	 * @param replacements what a source says has been replaced
	 */
	KnowledgeBase(List<Source> sources, List<CuratedAnswer> answers, Vocabulary vocabulary, Contacts contacts,
			List<Event> events, Scope scope, Function<Source, List<StatedReplacement>> replacements) {
		this.sources = List.copyOf(sources);
		this.statements = sources.stream().flatMap((source) -> source.statements().stream()).toList();
		this.byStatementId = HashMap.newHashMap(this.statements.size());
		this.sources.forEach((source) -> this.byId.put(source.id(), source));
		this.statements.forEach((statement) -> this.byStatementId.put(statement.id(), statement));
		this.answers = List.copyOf(answers);
		this.vocabulary = vocabulary;
		this.contacts = contacts;
		this.events = List.copyOf(events);
		this.scope = scope;
		this.replacements = sources.stream().flatMap((source) -> replacements.apply(source).stream()).toList();
	}

	/** A knowledge base of sources and curated answers alone. */
	public static KnowledgeBase of(List<Source> sources, List<CuratedAnswer> answers) {
		return new KnowledgeBase(sources, answers, new Vocabulary(List.of()), new Contacts(List.of(), Map.of()),
				List.of(), new Scope("", null, List.of(), List.of()));
	}

	/** Its sources in the order of their ids. */
	public List<Source> sources() {
		return this.sources;
	}

	/** The source with this id. */
	public Optional<Source> findSource(String id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	/** The source a statement is from. */
	public Source getSource(Statement statement) {
		return findSource(statement.source()).orElseThrow();
	}

	/** Its statements, source by source. */
	public List<Statement> statements() {
		return this.statements;
	}

	/** The statement with this id. */
	public Optional<Statement> findStatement(String id) {
		return Optional.ofNullable(this.byStatementId.get(id));
	}

	/** Its curated answers in the order of their intents. */
	public List<CuratedAnswer> answers() {
		return this.answers;
	}

	/** The curated answer to an intent. */
	public Optional<CuratedAnswer> findAnswer(String intent) {
		return this.answers.stream().filter((answer) -> answer.intent().equals(intent)).findFirst();
	}

	/** What its statements say has been replaced. */
	public List<StatedReplacement> replacements() {
		return this.replacements;
	}

	public Vocabulary vocabulary() {
		return this.vocabulary;
	}

	public Contacts contacts() {
		return this.contacts;
	}

	/** Its events by date. */
	public List<Event> events() {
		return this.events;
	}

	public Scope scope() {
		return this.scope;
	}

}
