package org.signpost.retrieval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Source;
import org.signpost.knowledge.Statement;
import org.signpost.language.LanguageTools;
import org.signpost.language.Progress;
import org.signpost.understanding.NationOrigin;
import org.signpost.understanding.Query;

import static org.assertj.core.api.Assertions.assertThat;

class IndexPartTests {

	private static final int STATEMENTS = 100;

	private static final List<String> WORDS = List.of("lock", "ferry", "kiln", "bonus", "bridge", "permit", "winter",
			"night", "grade", "wage", "rota", "tower", "weir", "barge", "rope", "gauge");

	private final Random random = new Random(11);

	@Test
	void aSourceThatComesOrGoesMovesNoBoundaryButItsOwn() {
		var sources = sources(200);
		var runs = IndexPart.runs(sources);
		assertThat(runs).hasSizeBetween(5, 20);
		assertThat(runs.stream().flatMap(List::stream).toList()).isEqualTo(sources);
		for (int i = 0; i < sources.size(); i += 7) {
			var fewer = new ArrayList<>(sources);
			fewer.remove(i);
			var others = new ArrayList<>(IndexPart.runs(fewer));
			others.removeAll(runs);
			assertThat(others).hasSizeLessThanOrEqualTo(1);
			var anew = new ArrayList<>(sources);
			anew.set(i, source(sources.get(i).id()));
			others = new ArrayList<>(IndexPart.runs(anew));
			others.removeAll(runs);
			assertThat(others).hasSize(1);
		}
	}

	@Test
	void theSameIsFoundHoweverTheIndexCameAbout() {
		var tools = LanguageTools.load(false, null);
		var sources = new ArrayList<>(sources(60));
		LuceneCandidates candidates = null;
		for (int i = 0; i < 15; i++) {
			var knowledgeBase = KnowledgeBase.of(sources, List.of());
			var before = indexed(candidates);
			candidates = new LuceneCandidates(knowledgeBase, tools, candidates, Progress.UNSEEN);
			var afresh = new LuceneCandidates(knowledgeBase, tools);
			if (i > 0) {
				assertThat(indexed(candidates)).as("parts taken over").containsAnyElementsOf(before);
			}
			for (int asked = 0; asked < 40; asked++) {
				var query = query(words(3), (asked % 2 == 0) ? null : Nation.WALES);
				assertThat(ids(candidates, query)).isNotEmpty().isEqualTo(ids(afresh, query));
			}
			int at = this.random.nextInt(sources.size());
			switch (this.random.nextInt(3)) {
				case 0 -> sources.add(at, source("new-" + i));
				case 1 -> sources.set(at, source(sources.get(at).id()));
				default -> sources.remove(at);
			}
		}
	}

	private static List<IndexPart> indexed(@Nullable LuceneCandidates candidates) {
		return (candidates != null) ? candidates.parts().stream().filter((part) -> !part.sources().isEmpty()).toList()
				: List.of();
	}

	private static List<String> ids(LuceneCandidates candidates, Query query) {
		return candidates.find(query).stream().map(Candidate::id).toList();
	}

	private List<Source> sources(int count) {
		var sources = new ArrayList<Source>();
		for (int i = 0; i < count; i++) {
			sources.add(source("%s-%03d".formatted(WORDS.get(i % WORDS.size()), i)));
		}
		return sources;
	}

	private Source source(String id) {
		var statements = new ArrayList<Statement>();
		for (int i = 1; i <= STATEMENTS; i++) {
			var nations = (i % 3 == 0) ? EnumSet.of(Nation.ENGLAND) : EnumSet.allOf(Nation.class);
			statements.add(new Statement(id + "#" + i, id, Statement.Kind.SENTENCE, words(4 + i % 5), null, List.of(),
					nations, false, null, i));
		}
		return new Source(id, id, null, null, null, null, EnumSet.allOf(Nation.class), false, statements, List.of());
	}

	private String words(int count) {
		return String.join(" ", this.random.ints(count, 0, WORDS.size()).mapToObj(WORDS::get).toList());
	}

	private static Query query(String text, @Nullable Nation nation) {
		return new Query(text, List.of(), nation, NationOrigin.PAGE, List.of(), List.of(), Set.of(), LocalDate.EPOCH,
				LocalDate.EPOCH, null, List.of());
	}

}
