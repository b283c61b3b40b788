package org.signpost.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.signpost.knowledge.Backing;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.language.Figure;
import org.signpost.language.Figures;

/**
 * The last look at an answer before it is sent: a block that states a figure or names a
 * qualification which none of its citations backs is taken out. Contacts come from the
 * organisation's own list and are left alone.
 */
public final class FigureCheck {

	private final KnowledgeBase knowledgeBase;

	public FigureCheck(KnowledgeBase knowledgeBase) {
		this.knowledgeBase = knowledgeBase;
	}

	/** What a block states and its citations do not back. */
	public List<String> unbacked(Block block, List<Citation> citations) {
		if (block.kind() == Block.Kind.CONTACT) {
			return List.of();
		}
		var backing = citations.stream()
			.filter((citation) -> block.citations().contains(citation.n()))
			.map(this::backing)
			.collect(Collectors.joining(" \n "));
		var missing = new ArrayList<String>();
		var backed = Figures.backedBy(backing);
		for (Figure figure : Figures.in(block.text())) {
			if (!backed.contains(figure)) {
				missing.add(figure.toString());
			}
		}
		if (!block.citations().isEmpty()) {
			var names = qualifications(block.text());
			names.removeAll(qualifications(backing));
			missing.addAll(names);
		}
		return missing;
	}

	/** The answer without its unbacked blocks. */
	ComposedAnswer keepBacked(ComposedAnswer answer) {
		var kept = answer.blocks().stream().filter((block) -> unbacked(block, answer.citations()).isEmpty()).toList();
		if (kept.size() == answer.blocks().size()) {
			return answer;
		}
		return new ComposedAnswer(answer.outcome(), kept, answer.citations(), answer.suggestions(), answer.nation());
	}

	private String backing(Citation citation) {
		return this.knowledgeBase.findStatement(citation.statement())
			.map((statement) -> Backing.of(statement, this.knowledgeBase.getSource(statement)))
			.orElse(citation.evidence());
	}

	private Set<String> qualifications(String text) {
		var ids = new TreeSet<String>();
		for (var mention : this.knowledgeBase.vocabulary().mentions(text)) {
			if (mention.concept().kind().equals("qualification")) {
				ids.add(mention.concept().id());
			}
		}
		return ids;
	}

}
