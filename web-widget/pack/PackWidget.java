import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.DependencyOptions;
import com.google.javascript.jscomp.ModuleIdentifier;
import com.google.javascript.jscomp.Result;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.jscomp.WarningLevel;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Packs the widget's modules, styles and English words into one script, without Node. The build runs
 * it straight from this source file with Closure Compiler on the class path:
 * {@code java -cp closure-compiler.jar PackWidget.java SRC PUBLISHED OUT STAMP}.
 * <p>
 * Writes {@code widget.js}, the same bytes as {@code widget-HASH.js} whose content never changes,
 * {@code widget.json} with its integrity hash, and a {@code widget-LANG.json} for each language but
 * English. Fails when the script has grown over its budget. Costs 4 s of one core, or 0.5 s when
 * nothing has changed.
 */
class PackWidget {

	/** What a page may have to load for the widget: its whole size on the wire. */
	private static final int BUDGET = 12_000;

	private static final Pattern ASSET = Pattern.compile("(?m)^(import .+ from '\\./.+\\.(?:css|json))' with .+$");

	public static void main(String[] arguments) throws Exception {
		var sources = Path.of(arguments[0]);
		var published = Path.of(arguments[1]);
		var out = Path.of(arguments[2]);
		var stamp = Path.of(arguments[3]);
		var state = stateOf(List.of(sources, published, sources.resolveSibling("pack")));
		if (Files.exists(out.resolve("widget.js")) && Files.exists(stamp) && Files.readString(stamp).equals(state)) {
			return;
		}
		Files.createDirectories(out);
		for (var file : filesIn(out)) {
			if (file.getFileName().toString().matches("widget([-.].*)?\\.js(on)?")) {
				Files.delete(file);
			}
		}
		var script = pack(sources).getBytes(UTF_8);
		var size = gzipped(script);
		var name = versionOf(script);
		var integrity = "sha384-" + Base64.getEncoder().encodeToString(hash("SHA-384", script));
		for (var file : filesIn(published)) {
			if (!file.getFileName().toString().equals(versionOf(Files.readAllBytes(file)))) {
				System.err.println(file + " is not what was published under this name");
				System.exit(1);
			}
			Files.copy(file, out.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
		}
		Files.write(out.resolve(name), script);
		Files.write(out.resolve("widget.js"), script);
		Files.writeString(out.resolve("widget.json"), """
				{"file": "%s", "integrity": "%s", "bytes": %d, "gzip": %d}
				""".formatted(name, integrity, script.length, size));
		for (var file : filesIn(sources.resolve("strings"))) {
			if (!file.endsWith("en.json")) {
				Files.copy(file, out.resolve("widget-" + file.getFileName()));
			}
		}
		System.out.printf("widget.js: %,d bytes, %,d gzipped (budget %,d)%n", script.length, size, BUDGET);
		if (size > BUDGET) {
			System.err.println("The widget is " + (size - BUDGET) + " bytes over its budget; see web-widget/README.md");
			System.exit(1);
		}
		Files.writeString(stamp, state);
	}

	private static String pack(Path sources) throws IOException {
		var files = new ArrayList<SourceFile>();
		for (var file : filesIn(sources)) {
			var name = sources.relativize(file).toString().replace('\\', '/');
			var text = Files.readString(file);
			if (name.endsWith(".css")) {
				files.add(SourceFile.fromCode(name + ".js", "const sheet = new CSSStyleSheet();\nsheet.replaceSync("
						+ quoted(smaller(text)) + ");\nexport default sheet;\n"));
			}
			else if (name.endsWith("en.json")) {
				files.add(SourceFile.fromCode(name + ".js", "export default " + text + ";\n"));
			}
			else if (name.endsWith(".js") && !name.endsWith(".test.js")) {
				files.add(SourceFile.fromCode(name, ASSET.matcher(text).replaceAll("$1.js';")));
			}
		}
		var options = new CompilerOptions();
		options.setLanguage(CompilerOptions.LanguageMode.ECMASCRIPT_NEXT);
		options.setRewritePolyfills(false);
		options.setEmitUseStrict(false);
		options.setTrustedStrings(true);
		options.setLineLengthThreshold(Integer.MAX_VALUE);
		options.setDependencyOptions(
				DependencyOptions.pruneForEntryPoints(List.of(ModuleIdentifier.forFile("index.js"))));
		CompilationLevel.SIMPLE_OPTIMIZATIONS.setOptionsForCompilationLevel(options);
		CompilationLevel.SIMPLE_OPTIMIZATIONS.setWrappedOutputOptimizations(options);
		// the types in the comments are for an editor, in a dialect that Closure does not read
		WarningLevel.QUIET.setOptionsForWarningLevel(options);
		var compiler = new Compiler(System.err);
		Result result = compiler.compile(List.of(), files, options);
		if (!result.success) {
			System.exit(1);
		}
		return "(()=>{" + compiler.toSource().strip() + "})()\n";
	}

	/** The styles without comments and without white space that means nothing. */
	private static String smaller(String css) {
		return css.replaceAll("(?s)/\\*.*?\\*/", "")
			.replaceAll("\\s+", " ")
			.replaceAll(" ?([{};,>]|!important) ?", "$1")
			.replaceAll(" \\+ ", "+")
			.replaceAll(": ", ":")
			.replaceAll("\\b0\\.", ".")
			.replaceAll(";}", "}")
			.replaceAll("='([\\w-]+)'", "=$1")
			.strip();
	}

	private static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

	private static int gzipped(byte[] content) throws IOException {
		var bytes = new ByteArrayOutputStream();
		try (var gzip = new GZIPOutputStream(bytes)) {
			gzip.write(content);
		}
		return bytes.size();
	}

	/** The name under which these bytes, and never others, are served. */
	private static String versionOf(byte[] script) throws Exception {
		return "widget-" + HexFormat.of().formatHex(hash("SHA-256", script)).substring(0, 12) + ".js";
	}

	private static byte[] hash(String algorithm, byte[] content) throws Exception {
		return MessageDigest.getInstance(algorithm).digest(content);
	}

	/** Names and contents of everything that goes in, as one hash. */
	private static String stateOf(List<Path> inputs) throws Exception {
		var digest = MessageDigest.getInstance("SHA-256");
		for (var input : inputs) {
			for (var file : filesIn(input)) {
				digest.update(file.toString().getBytes(UTF_8));
				digest.update(Files.readAllBytes(file));
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static List<Path> filesIn(Path folder) {
		if (!Files.exists(folder)) {
			return List.of();
		}
		try (var files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
