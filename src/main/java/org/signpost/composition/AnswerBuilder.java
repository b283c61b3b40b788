package org.signpost.composition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.Outcome;
import org.signpost.knowledge.Contact;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Statement;

/**
 * Gathers blocks and numbers their citations in the order they are first needed. Not for
 * sharing.
 */
final class AnswerBuilder {

	private final KnowledgeBase knowledgeBase;

	private final List<Block> blocks = new ArrayList<>();

	private final Map<String, Citation> citations = new LinkedHashMap<>();

	private final LinkedHashSet<String> suggestions = new LinkedHashSet<>();

	AnswerBuilder(KnowledgeBase knowledgeBase) {
		this.knowledgeBase = knowledgeBase;
	}

	AnswerBuilder add(Block.Kind kind, String text, Collection<Statement> evidence) {
		this.blocks.add(new Block(kind, text, evidence.stream().map(this::cite).distinct().toList(), null));
		return this;
	}

	AnswerBuilder say(String text) {
		return add(Block.Kind.P, text, List.of());
	}

	/** Adds who, the number or else the page to turn to, what for and when. */
	AnswerBuilder contact(Contact contact) {
		var telephone = contact.telephone();
		var href = (telephone != null) ? "tel:" + telephone.replaceAll("[^0-9+]", "") : contact.web();
		var place = (telephone != null) ? telephone : contact.site();
		var text = contact.name() + ": " + ((place != null) ? place + ". " : "") + contact.description();
		this.blocks.add(new Block(Block.Kind.CONTACT, text, List.of(), href));
		return this;
	}

	AnswerBuilder suggest(Collection<String> more) {
		this.suggestions.addAll(more);
		return this;
	}

	boolean isEmpty() {
		return this.blocks.isEmpty();
	}

	/** What has been said. */
	String text() {
		return this.blocks.stream().map(Block::text).collect(Collectors.joining(" "));
	}

	/** How many words have been said. */
	int words() {
		return this.blocks.stream().mapToInt((block) -> block.text().split("\\s+").length).sum();
	}

	boolean says(String text) {
		return this.blocks.stream().anyMatch((block) -> block.text().equals(text));
	}

	boolean cites(Statement statement) {
		return this.citations.containsKey(statement.id());
	}

	/** The statements cited so far. */
	List<Statement> cited() {
		return this.citations.keySet().stream().flatMap((id) -> this.knowledgeBase.findStatement(id).stream()).toList();
	}

	List<Block> blocks() {
		return this.blocks;
	}

	ComposedAnswer build(Outcome outcome, @Nullable Nation nation) {
		return new ComposedAnswer(outcome, this.blocks, List.copyOf(this.citations.values()),
				this.suggestions.stream().limit(4).toList(), nation);
	}

	private int cite(Statement statement) {
		return this.citations.computeIfAbsent(statement.id(), (id) -> citation(this.citations.size() + 1, statement))
			.n();
	}

	private Citation citation(int n, Statement statement) {
		var source = this.knowledgeBase.getSource(statement);
		return new Citation(n, source.id(), source.title(), source.publisher(), source.url(),
				(source.published() != null) ? source.published().toString() : null, statement.section(),
				statement.nations(), (statement.asOf() != null) ? statement.asOf().toString() : null, statement.id(),
				evidence(statement));
	}

	/** Word for word; an item with the line that introduces it. */
	private static String evidence(Statement statement) {
		return (statement.lead() != null && !statement.ofTable()) ? statement.lead() + " " + statement.text()
				: statement.text();
	}

}
