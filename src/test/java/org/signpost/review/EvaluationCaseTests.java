package org.signpost.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signpost.knowledge.Nation;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EvaluationCaseTests {

	@TempDir
	Path folder;

	@Test
	void readsAConversation() throws IOException {
		var cases = read(
				"""
						{"id": "a", "kind": "fact", "turns": [{"user": "pay?", "nation": "WALES",
						 "expect": {"outcome": ["ANSWERED"], "all": ["£24"], "any": ["a", "b"], "none": ["c"], "source": ["pay"]}},
						 {"user": "ta", "nation": null}]}
						"""
					.replace("\n ", " ")
					.stripTrailing() + "\n\n");
		assertThat(cases).singleElement().satisfies((each) -> {
			assertThat(each.id()).isEqualTo("a");
			assertThat(each.turns()).hasSize(2);
			assertThat(each.turns().getFirst().nation()).isEqualTo(Nation.WALES);
			assertThat(each.turns().getFirst().expect()).isNotNull();
			assertThat(each.turns().getLast().expect()).isNull();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{\"turns\": [{\"user\": \"a\", \"nation\": \"CORNWALL\"}]}",
			"{\"turns\": [{\"user\": \"a\", \"expect\": {\"all\": [\"(\"]}}]}" })
	void namesTheLineThatCannotBeRead(String line) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> read("{\"id\": \"a\", \"turns\": [{\"user\": \"pay?\"}]}\n" + line + "\n"))
			.withMessageContaining("cases.jsonl:2: ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                                                  | turns
			{"turns": "x"}                                                      | turns
			{"turns": [{"text": "x"}]}                                          | turns[0]
			{"turns": [{"user": 7}]}                                            | turns[0].user
			{"turns": [{"user": "x"}, {"user": "y", "nation": "FRANCE"}]}       | turns[1].nation
			{"turns": [{"user": "x", "expect": ["ANSWERED"]}]}                  | turns[0].expect
			{"turns": [{"user": "x", "expect": {}}]}                            | turns[0].expect.outcome
			{"turns": [{"user": "x", "expect": {"outcome": ["LOST"]}}]}         | turns[0].expect.outcome
			{"turns": [{"user": "x", "expect": {"outcome": ["ANSWERED"], "sources": ["a"]}}]} | turns[0].expect
			{"turns": [{"user": "x", "expect": {"outcome": ["ANSWERED"], "all": ["("]}}]}     | turns[0].expect.all
			{"turns": [{"user": "x", "expect": {"outcome": ["ANSWERED"], "none": [1]}}]}      | turns[0].expect.none
			{"id": 1, "turns": [{"user": "x"}]}                                 | id
			[]                                                                  | ``
			""")
	void namesTheFieldThatIsWrong(String text, String field) {
		assertThatExceptionOfType(InvalidCaseException.class)
			.isThrownBy(() -> EvaluationCase.keepable(JsonMapper.shared().readTree(text), "a"))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo(field));
	}

	@Test
	void keepsNoPersonalDataOfVisitorsAndNamesWhatHasNoName() {
		var kept = EvaluationCase.keepable(JsonMapper.shared().readTree("""
				{"turns": [{"user": "write to jo@example.org", "nation": "WALES",
				 "expect": {"outcome": ["HANDOFF"], "all": ["0800 389 2500"]}}]}"""), "a1");
		assertThat(kept)
			.isEqualTo("{\"id\":\"a1\",\"kind\":\"saved\",\"turns\":[{\"user\":\"write to [e-mail address]\","
					+ "\"nation\":\"WALES\",\"expect\":{\"outcome\":[\"HANDOFF\"],\"all\":[\"0800 389 2500\"]}}]}");
	}

	@Test
	void saysWhatIsExpectedInWords() throws IOException {
		var expect = read(
				"{\"turns\": [{\"user\": \"pay?\", \"expect\": {\"outcome\": [\"CLARIFY\", \"ANSWERED\"], \"all\": [\"£24\"],"
						+ " \"any\": [\"a\", \"b\"], \"none\": [\"c\"], \"source\": [\"pay\"]}}]}")
			.getFirst()
			.turns()
			.getFirst()
			.expect();
		assertThat(expect).isNotNull()
			.extracting(EvaluationCase.Expectation::describe)
			.isEqualTo("ANSWERED or CLARIFY; says /£24/; says any of /a/ /b/; does not say /c/; cites pay");
	}

	private java.util.List<EvaluationCase> read(String text) throws IOException {
		return EvaluationCase.read(Files.writeString(this.folder.resolve("cases.jsonl"), text));
	}

}
