package org.signpost.review;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.signpost.judging.SameFact;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.PartialDate;
import org.signpost.knowledge.Statement;
import org.signpost.language.Figures;
import org.signpost.language.LanguageTools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code pairs FILE…}: prints what is weighed of labelled pairs of statements, as they
 * stand, without their headings and with other figures, one JSON object a line; the
 * training fits on it. With {@code --claims} what is weighed of what each of their
 * statements claims beside its neighbours among all the others, labelled or not.
 */
final class PairsCommand {

	int run(CommandLine line, PrintStream out) throws IOException {
		var tools = LanguageTools.load(true, null);
		if (line.has("claims")) {
			return new ClaimPairs(tools.embedding()).print(line.words(), out);
		}
		for (var file : line.words()) {
			for (var row : Files.readAllLines(Path.of(file))) {
				var pair = Pair.of(JsonMapper.shared().readTree(row));
				int before = 0;
				for (var each : pair.variants()) {
					var account = new LinkedHashMap<String, Object>();
					account.put("file", file);
					account.put("older", each.older() != null);
					account.put("kind", each.kind());
					account.put("bare", before++ > 0);
					account.put("comparable", SameFact.comparable(each.a(), each.b()));
					account.put("features", SameFact.features(each.a(), each.b(), tools.embedding()));
					out.println(JsonMapper.shared().writeValueAsString(account));
				}
			}
		}
		return 0;
	}

	/**
	 * Two statements and which of them is older.
	 *
	 * @param a the one
	 * @param b the other
	 * @param older "a", "b", or null where neither is
	 * @param kind what sort of pair it is
	 */
	record Pair(Statement a, Statement b, @Nullable String older, String kind) {

		private static final String DRAWN = "of one page";

		private static final Pattern DIGIT = Pattern.compile("[1-9]");

		static Pair of(JsonNode row) {
			return new Pair(statement(row.path("a")), statement(row.path("b")),
					row.path("older").isString() ? row.path("older").asString() : null, row.path("kind").asString());
		}

		private static Statement statement(JsonNode node) {
			var nations = EnumSet.noneOf(Nation.class);
			node.path("nations").forEach((each) -> nations.add(Nation.valueOf(each.asString())));
			var headings = node.path("headings").values().stream().map(JsonNode::asString).toList();
			return new Statement(node.path("source").asString() + "#1", node.path("source").asString(),
					Statement.Kind.SENTENCE, node.path("text").asString(), text(node, "lead"), headings,
					nations.isEmpty() ? EnumSet.allOf(Nation.class) : nations, true, date(text(node, "asOf")), 1);
		}

		/** As it stands; and of those that somebody labelled what follows from that. */
		List<Pair> variants() {
			return this.kind.equals(DRAWN) ? List.of(this) : List.of(this, bare(), revised());
		}

		/** The same under no heading, as much guidance stands. */
		private Pair bare() {
			return new Pair(bare(this.a, this.a.text()), bare(this.b, this.b.text()), this.older, this.kind);
		}

		private static String otherFigures(String text) {
			return DIGIT.matcher(text).replaceAll((digit) -> String.valueOf(digit.group().charAt(0) % 9 + 1));
		}

		/** The one statement, and the same with other figures. */
		private Pair revised() {
			var text = Figures.undated(this.a.text());
			return new Pair(bare(this.a, text), bare(this.a, otherFigures(text)), "a", "revised");
		}

		private static Statement bare(Statement statement, String text) {
			return new Statement(statement.id(), statement.source(), statement.kind(), text, statement.lead(),
					List.of(), statement.nations(), statement.nationsStated(), statement.asOf(), statement.line());
		}

		private static @Nullable String text(JsonNode node, String name) {
			return node.path(name).isString() ? node.path(name).asString() : null;
		}

		private static @Nullable PartialDate date(@Nullable String text) {
			return (text != null) ? PartialDate.parse(text) : null;
		}

	}

}
