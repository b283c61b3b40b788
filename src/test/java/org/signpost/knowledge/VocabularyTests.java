package org.signpost.knowledge;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VocabularyTests {

	private final Vocabulary vocabulary = new Vocabulary(
			List.of(concept("lock-keeper", "lock keeper", List.of("lockkeeper", "TA"), List.of("lok keeper")),
					concept("senior", "senior lock keeper", List.of(), List.of()),
					concept("diploma", "Lock Operations Diploma", List.of("LOD"), List.of()),
					concept("canal-bus", "canal bus", List.of(), List.of())));

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			what does a lock keeper do           | lock-keeper
			what do lock keepers do              | lock-keeper
			what does a lok keeper do            | lock-keeper
			the lock-keeper's hut                | lock-keeper
			a senior lock keeper                 | senior
			LOD and lock keeper                  | diploma, lock-keeper
			the lod                              | diploma
			work as a TA                         | lock-keeper
			the canal bus                        | canal-bus
			""")
	void names(String text, String concepts) {
		assertThat(String.join(", ",
				this.vocabulary.mentions(text).stream().map((mention) -> mention.concept().id()).toList()))
			.isEqualTo(concepts);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			ta very much
			the lock and its keeper
			a locked keeper
			diploma
			''
			""")
	void leavesAlone(String text) {
		assertThat(this.vocabulary.mentions(text)).isEmpty();
	}

	@Test
	void tellsWhereAConceptIsNamed() {
		assertThat(this.vocabulary.mentions("Is a senior lock keeper paid?")).singleElement()
			.satisfies((mention) -> assertThat(mention.start()).isEqualTo(2))
			.satisfies((mention) -> assertThat(mention.end()).isEqualTo(5));
	}

	@Test
	void findsAConceptByItsId() {
		assertThat(this.vocabulary.find("diploma")).get()
			.extracting(Concept::preferred)
			.isEqualTo("Lock Operations Diploma");
		assertThat(this.vocabulary.find("certificate")).isEmpty();
	}

	private static Concept concept(String id, String preferred, List<String> alternative, List<String> hidden) {
		return new Concept(id, preferred, alternative, hidden, "role", Set.of(), null, List.of(), List.of(), null);
	}

}
