package org.signpost.importing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class DocumentFormatTests {

	private static final List<String> HEADINGS = List.of("Lock keeper", "Pay", "Hours");

	@TempDir
	Path folder;

	@Test
	void readsWhatAWebPageSaysAndNotWhatSurroundsIt() throws IOException {
		var page = read("lock.html", """
				<!DOCTYPE html><html><head><title>Lock keeper | Canal Careers</title>
				<meta property="og:site_name" content="Canal Careers">
				<link rel="canonical" href="https://canal-careers.example/lock-keeper">
				<meta property="article:modified_time" content="2026-03-05T10:00:00Z"></head>
				<body><header><a href="/">Canal Careers</a></header><nav><ul><li>Jobs</li></ul></nav>
				<div class="cookie-banner">We use cookies</div>
				<main><div class="breadcrumbs">Home &gt; Jobs</div><h1>Lock keeper</h1>
				<p>A lock keeper works the gates.<br>Weekend work is <strong>usual</strong>.</p>
				<h2>Pay</h2><p>You are paid:</p>
				<ul><li>£24,750 at first</li><li>more later:<ul><li>£27,000 after two years</li></ul></li></ul>
				<table><tr><th>Post</th><th>Hours</th></tr><tr><td>Keeper</td><td>37</td></tr></table>
				<dl><dt>Holiday</dt><dd>28 days</dd></dl>
				<div class="share-buttons">Share this page <a>Twitter</a></div>
				<p>Was this page helpful?</p><button>Yes</button>
				<img src="x.png" alt="A lock"></main>
				<footer>© Canal Careers</footer><script>track()</script></body></html>
				""");
		assertThat(page.title()).isEqualTo("Lock keeper");
		assertThat(page.publisher()).isEqualTo("Canal Careers");
		assertThat(page.url()).isEqualTo("https://canal-careers.example/lock-keeper");
		assertThat(page.published()).isEqualTo("2026-03-05");
		assertThat(page.body()).isEqualTo("""
				A lock keeper works the gates. Weekend work is usual.

				## Pay

				You are paid:

				- £24,750 at first
				- more later:

				  - £27,000 after two years

				| Post | Hours |
				| --- | --- |
				| Keeper | 37 |

				- Holiday: 28 days""");
		assertThat(page.notes()).anyMatch((note) -> note.startsWith("dropped: ") && note.contains("share"))
			.anyMatch((note) -> note.startsWith("not read: 1 pictures"));
		assertThat(page.asked()).containsExactly("nations");
	}

	@Test
	void readsWhatIsFoldedUpInAWebPageUnderItsLabel() throws IOException {
		var page = read("lock.html",
				"""
						<main><h1>Lock keeper</h1><h2>Pay</h2>
						<ul role="tablist"><li><a role="tab" href="#e" id="te">England</a></li><li><a role="tab" href="#w" id="tw">Wales</a></li></ul>
						<div role="tabpanel" id="e" aria-labelledby="te"><p>It is £95.</p></div>
						<div role="tabpanel" id="w" aria-labelledby="tw" hidden><p>It is £82.</p></div>
						<p>It is paid monthly.</p>
						<h2><button aria-controls="h" aria-expanded="false"><span>Hours</span><span>Show</span></button></h2>
						<div id="h" hidden="until-found"><p>They are long.</p></div>
						<div role="button" aria-controls="q">Can I live there?</div><div id="q" hidden>Yes.</div>
						<details><summary>Is it cold?</summary>Rarely.</details></main>""");
		assertThat(page.body()).isEqualTo("""
				## Pay

				> ### England
				>
				> It is £95.

				> ### Wales
				>
				> It is £82.

				It is paid monthly.

				## Hours

				They are long.

				### Can I live there?

				Yes.

				### Is it cold?

				Rarely.""".replace(">\n", "> \n"));
	}

	@Test
	void tabsAreToldByTheLinksThatLeadToThem() throws IOException {
		assertThat(read("lock.html",
				"""
						<main><h1>Lock keeper</h1><p>It is open.</p><ul class="nav"><li><a href="#pay">Pay</a></li><li><a href="#h">Hours</a></li></ul>
						<div><div id="pay">It is £95.</div><div id="h">They are long.</div></div>
						<ul><li><a href="#a">Boots</a></li><li><a href="#b">Boats</a></li></ul><h2 id="a">Boots</h2><p>They are lent.</p>
						<h2 id="b">Boats</h2><p>They are sold.</p><div id="footer">Tel. 01632 960 111</div></main>""")
			.body()).isEqualTo("""
					It is open.

					## Pay

					It is £95.

					## Hours

					They are long.

					## Boots

					They are lent.

					## Boats

					They are sold.""");
	}

	@Test
	void whatLeadsElsewhereIsDroppedAndTold() throws IOException {
		var page = read("lock.html",
				"""
						<main><h1>Lock keeper</h1><p>It is open. Ask the keeper of the lock before you moor, and pay in coins.</p>
						<p>Ask:</p><ul><li><a href="/a">Canal Trust</a></li><li><a href="/b">Boat Board</a></li></ul>
						<div class="entry-meta">Posted on 3 May 2025 by Jo Reed in Boats and Locks</div>
						<div class="post-navigation">Previous: Mate</div>
						<div><b>Quick links</b><ul><li><a href="/c">Payslips</a></li><li><a href="/d">Canteen</a></li></ul></div>
						<div class="alert"><h3>Closed on Sundays</h3><p>Come on Monday.</p></div><p>Bring boots.</p>
						<p><a class="btn btn-big" href="/apply">Apply now</a></p></main>""");
		assertThat(page.body()).isEqualTo("""
				It is open. Ask the keeper of the lock before you moor, and pay in coins.

				Ask:

				- Canal Trust
				- Boat Board

				> ### Closed on Sundays
				>\s
				> Come on Monday.

				Bring boots.""");
		assertThat(page.published()).isEqualTo("2025-05-03");
		assertThat(page.notes()).containsExactly(
				"dropped: button, entry-meta \"Posted on 3 May 2025 by Jo Reed in Boats and Locks\", links, navigation");
	}

	@Test
	void headingsThatAreOnlyTypedAndTablesThatOnlyPlaceAreReadAsThat() throws IOException {
		var page = read("lock.html",
				"""
						<title>Lock keeper - Canal Careers</title><table><tr><td><p><b>Lock keeper</b></p>
						<p><u>Pay</u></p><p>It is £95.</p><p><b>Is it cold?</b><br>Rarely.</p>
						<table><tr><td><b>Post</b></td><td><b>Pay</b></td><td><b>Hours</b></td></tr><tr><td>Mate</td><td>£80</td><td>37</td></tr></table>
						<h3>Boots<a href="#boots">¶</a></h3><p>They are lent.<sup>1</sup></p><p><sup>1</sup> From May.</p></td></tr></table>""");
		assertThat(page.title()).isEqualTo("Lock keeper");
		assertThat(page.publisher()).isEqualTo("Canal Careers");
		assertThat(page.body()).isEqualTo("""
				**Pay**

				It is £95.

				**Is it cold?**

				Rarely.

				| Post | Pay | Hours |
				| --- | --- | --- |
				| Mate | £80 | 37 |

				### Boots

				They are lent.

				From May.""");
	}

	@Test
	void wordsInBoldOverTextAndWordsOverFiguresAreHeads() throws IOException {
		assertThat(read("lock.html",
				"""
						<main><div><strong>Is it cold?</strong> <p>Rarely.</p></div><p><b>Note:</b> it is open.</p>
						<table><tr><td></td><td>Pay</td></tr><tr><td>Keeper</td><td>£95</td></tr><tr><td>Mate</td><td>£80</td></tr></table>
						<table><tr><td>Place</td><td>Bath</td></tr><tr><td>Fee</td><td>£9</td></tr><tr><td>Hours</td><td>7</td></tr></table></main>""")
			.body()).isEqualTo("""
					**Is it cold?**

					Rarely.

					Note: it is open.

					|  | Pay |
					| --- | --- |
					| Keeper | £95 |
					| Mate | £80 |

					- Place: Bath
					- Fee: £9
					- Hours: 7""");
	}

	@Test
	void linesInBoldAreHeadingsOfAPdf() throws IOException {
		var file = this.folder.resolve("bold.pdf");
		try (var document = new PDDocument()) {
			var page = new PDPage();
			document.addPage(page);
			try (var content = new PDPageContentStream(document, page)) {
				line(content, FontName.HELVETICA, 11, 700, "A lock keeper works the gates of");
				line(content, FontName.HELVETICA, 11, 680, "a canal in all weathers.");
				line(content, FontName.HELVETICA_BOLD, 11, 660, "Pay in winter");
				line(content, FontName.HELVETICA, 11, 640, "It is £95.");
			}
			document.save(file.toFile());
		}
		assertThat(DocumentFormat.PDF.read(file).body())
			.isEqualTo("A lock keeper works the gates of a canal in all weathers.\n\n**Pay in winter**\n\nIt is £95.");
	}

	@Test
	void ofSeveralDatesThatAPageTellsTheLastChangeCounts() throws IOException {
		assertThat(
				read("a.html", "<p>It is open. Published 4 February 2024, last updated 17 March 2026.</p>").published())
			.isEqualTo("2026-03-17");
	}

	@Test
	void whatAWebPageDoesNotTellIsAskedOfTheEditor() throws IOException {
		var page = read("plain.htm", "<p>It costs £95. Last updated: 3 May 2025</p>");
		assertThat(page.asked()).containsExactly("title", "publisher", "url", "nations");
		assertThat(page.toMarkdown())
			.startsWith("---\ntitle: TODO\n# TODO publisher:\n# TODO url:\npublished: 2025-05-03\n");
	}

	@Test
	void anArticleNamedLikeFurnitureStays() throws IOException {
		var words = "A lock keeper works the gates of a canal in all weathers. ".repeat(6);
		assertThat(read("a.html", "<main><div class=\"comments\"><p>" + words + "</p></div></main>").body())
			.contains("works the gates");
	}

	@Test
	void aWordWithinASentenceIsNoPrompt() throws IOException {
		var page = read("a.html",
				"""
						<h2>Do I need a degree?</h2><p>No</p><p><span>No</span> degree is asked for. To <a>search</a> for posts, ring us.</p>
						<p><a>Share</a></p><p><a>Yes</a> / <a>No</a></p>""");
		assertThat(page.body())
			.isEqualTo("## Do I need a degree?\n\nNo\n\nNo degree is asked for. To search for posts, ring us.");
		assertThat(page.notes()).containsExactly("dropped: prompt (2)");
	}

	@ParameterizedTest
	@CsvSource({ "2025-04,2025-04", "2025,2025", "2026-03-05T10:00:00Z,2026-03-05", "3 May 2025,2025-05-03",
			"3rd May 2025,2025-05-03", "May 2025,2025-05", "03/05/2025,2025-05-03", "soon,", "45/13/2020," })
	void readsADateHoweverItIsWritten(String written, String date) {
		assertThat(Dates.of(written)).isEqualTo(date);
	}

	@Test
	void readsTheHeadOfAGeneratorsMarkdown() throws IOException {
		var page = read("lock.md", """
				---
				heading: "Lock keeper: the job"
				layout: page
				layout: post
				date: 2025-04-01
				author: Canal Careers
				---
				The pay is $pay$.
				""");
		assertThat(page.title()).isEqualTo("Lock keeper: the job");
		assertThat(page.published()).isEqualTo("2025-04-01");
		assertThat(page.publisher()).isEqualTo("Canal Careers");
		assertThat(page.body()).isEqualTo("The pay is $pay$.");
		assertThat(page.toMarkdown()).startsWith("---\ntitle: \"Lock keeper: the job\"\n");
		assertThat(read("own.md", "# Lock keeper\r\nIt is open.\r\n").title()).isEqualTo("Lock keeper");
	}

	@Test
	void readsTheHeadOfAHugoPageAndTellsWhatItLeaves() throws IOException {
		var page = read("lock.md",
				"+++\ntitle = \"Lock keeper\"\nlastmod = 2025-04-01\n[params]\npay = \"£95 a day\"\n+++\nIt is open.");
		assertThat(page.title()).isEqualTo("Lock keeper");
		assertThat(page.published()).isEqualTo("2025-04-01");
		assertThat(page.body()).isEqualTo("It is open.");
		assertThat(page.notes()).containsExactly(
				"not read: the head of the file also says params.pay (\"£95 a day\"); write into the text what visitors should know");
		var nested = read("mate.md",
				"---\ntitle: Mate\nauthor: {name: Canal Careers}\nlast_update: {date: 2026-01-20}\nlinks: [https://x.example/...\n]\nfaqs:\n- q: Is it cold up there?\n---\nNo.");
		assertThat(nested.publisher()).isEqualTo("Canal Careers");
		assertThat(nested.published()).isEqualTo("2026-01-20");
		assertThat(nested.notes()).singleElement().asString().contains("faqs (\"Is it cold up there?\")");
	}

	@Test
	void readsTextInWhicheverEncodingItIs() throws IOException {
		for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE,
				Charset.forName("windows-1252"))) {
			var mark = charset.equals(StandardCharsets.UTF_16LE) ? "\uFEFF" : "";
			for (var name : List.of("lock.md", "lock.txt")) {
				var file = Files.write(this.folder.resolve(name),
						(mark + "Lock keeper\r\n===========\r\n\r\nIt costs £95 – or less.\r\n").getBytes(charset));
				var page = DocumentFormat.of(file).orElseThrow().read(file);
				assertThat(page.title()).isEqualTo("Lock keeper");
				assertThat(page.body()).isEqualTo("It costs £95 – or less.");
			}
		}
	}

	@Test
	void readsWhatIsHiddenTypedOrNotedInAWordDocument() throws IOException {
		var page = DocumentFormat.WORD.read(
				word("""
						<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Lock keeper</w:t></w:r></w:p>
						<w:p><w:r><w:t>It is £95</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r>\
						<w:r><w:rPr><w:vanish/></w:rPr><w:t>Or £99.</w:t></w:r></w:p>
						<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>In Wales</w:t></w:r></w:p>
						<w:p><w:r><w:t>•</w:t><w:tab/><w:t>boots</w:t></w:r></w:p><w:p><w:r><w:t>•</w:t><w:tab/><w:t>gloves</w:t></w:r></w:p>
						<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Fee</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>£180</w:t></w:r></w:p></w:tc></w:tr>\
						<w:tr><w:tc><w:p><w:r><w:t>Place</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Bath</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
						<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Mind the gap.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"""));
		assertThat(page.title()).isEqualTo("Lock keeper");
		assertThat(page.body()).isEqualTo("""
				It is £95.

				From May.

				**In Wales**

				- boots
				- gloves

				- Fee: £180
				- Place: Bath

				Mind the gap.""");
	}

	private Path word(String body) throws IOException {
		var types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
		var rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
		var names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
		return zip("typed.docx", Map.of("[Content_Types].xml",
				"""
						<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>\
						<Override PartName="/word/document.xml" ContentType="%sdocument.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="%sfootnotes+xml"/></Types>"""
					.formatted(types, types),
				"_rels/.rels",
				"""
						<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="%sofficeDocument" Target="word/document.xml"/></Relationships>"""
					.formatted(rels),
				"word/_rels/document.xml.rels",
				"""
						<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="%sfootnotes" Target="footnotes.xml"/></Relationships>"""
					.formatted(rels),
				"word/footnotes.xml",
				"<w:footnotes %s><w:footnote w:id=\"2\"><w:p><w:r><w:t>From May.</w:t></w:r></w:p></w:footnote></w:footnotes>"
					.formatted(names),
				"word/document.xml", "<w:document %s><w:body>%s</w:body></w:document>".formatted(names, body)));
	}

	@Test
	void readsTheNotesBoxesAndRepeatedCellsOfAnOpenDocument() throws IOException {
		var file = zip("lock.odt", Map.of("meta.xml", "<office:document-meta xmlns:office=\"o\"/>", "content.xml",
				"""
						<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d"><office:body><office:text>\
						<text:p text:style-name="Title">Lock keeper</text:p><text:p>It is £95<text:note><text:note-body><text:p>From May.</text:p></text:note-body></text:note>.</text:p>\
						<text:h text:outline-level="1">In Wales</text:h><text:p><draw:frame><draw:text-box><text:p>Boots are lent.</text:p></draw:text-box></draw:frame></text:p>\
						<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Post</text:p></table:table-cell><table:table-cell><text:p>2025</text:p></table:table-cell><table:table-cell><text:p>2026</text:p></table:table-cell></table:table-row></table:table-header-rows>\
						<table:table-row><table:table-cell><text:p>Mate</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"><text:p>£80</text:p></table:table-cell></table:table-row></table:table>\
						</office:text></office:body></office:document-content>"""));
		var page = DocumentFormat.OPEN_DOCUMENT.read(file);
		assertThat(page.title()).isEqualTo("Lock keeper");
		assertThat(page.body()).isEqualTo("""
				It is £95.

				From May.

				# In Wales

				Boots are lent.

				| Post | 2025 | 2026 |
				| --- | --- | --- |
				| Mate | £80 | £80 |""");
	}

	@Test
	void readsTheColumnsOfAPdfOneAfterTheOtherAndItsTables() throws IOException {
		var file = this.folder.resolve("columns.pdf");
		try (var document = new PDDocument()) {
			var first = new PDPage();
			document.addPage(first);
			try (var content = new PDPageContentStream(document, first)) {
				for (int i = 0; i < 8; i++) {
					line(content, FontName.HELVETICA, 10, 72, 700 - 12 * i,
							"the left column goes on in line number " + i);
					line(content, FontName.HELVETICA, 10, 320, 703 - 12 * i,
							"the right column goes on in line no. " + i);
				}
				var rows = List.of(List.of("Post", "England", "Wales"), List.of("Keeper", "£95", "£90"),
						List.of("Mate", "", "£80"));
				for (int i = 0; i < rows.size(); i++) {
					for (int k = 0; k < 3; k++) {
						line(content, FontName.HELVETICA, 10, 72 + 90 * k, 400 - 20 * i, rows.get(i).get(k));
					}
				}
				line(content, FontName.HELVETICA, 10, 72, 330, "It is paid in March");
				line(content, FontName.HELVETICA, 6, 165, 334, "1");
			}
			document.save(file.toFile());
		}
		var page = DocumentFormat.PDF.read(file);
		assertThat(page.body()).startsWith("the left column goes on in line number 0 the left column")
			.contains("number 7 the right column goes on in line no. 0 the right")
			.endsWith("""
					| Post | England | Wales |
					| --- | --- | --- |
					| Keeper | £95 | £90 |
					| Mate |  | £80 |

					It is paid in March""");
		assertThat(page.notes()).singleElement().asString().startsWith("put together: 1 tables");
	}

	@Test
	void readsTheColumnsAndQuestionsOfPlainText() throws IOException {
		assertThat(read("lock.txt", """
				Lock keeper

				  Keeper      £95
				  Mate        £80

				You bring:
				\tboots
				\tgloves

				Q: Is it cold?
				A: Rarely, and only
				in winter.

				(a) ask first
				____________
				Page 1 of 2
				""").body()).isEqualTo("""
				- Keeper: £95
				- Mate: £80


				You bring:
				- boots
				- gloves


				> ###### Is it cold?
				>
				> Rarely, and only
				> in winter.


				- ask first""");
	}

	@ParameterizedTest
	@CsvSource({ "Document1,", "Microsoft Word - x_v3.doc,", "lock.pdf,", "Lock keeper,Lock keeper" })
	void whatAProgramCallsADocumentIsNoTitle(String property, String title) {
		assertThat(DocumentTitle.named(property)).isEqualTo(title);
	}

	@Test
	void readsAWordDocumentByItsStyles() throws IOException {
		var file = zip("lock.docx", Map.of("[Content_Types].xml",
				"""
						<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>\
						<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""",
				"_rels/.rels",
				"""
						<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
						Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""",
				"docProps/core.xml",
				"""
						<cp:coreProperties xmlns:cp="c" xmlns:dcterms="d"><dcterms:modified>2026-02-01T00:00:00Z</dcterms:modified></cp:coreProperties>""",
				"word/styles.xml",
				"""
						<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
						<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>\
						<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>""",
				"word/_rels/document.xml.rels",
				"""
						<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
						Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""",
				"word/document.xml",
				"""
						<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\
						<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Lock keeper</w:t></w:r></w:p>\
						<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Pay</w:t></w:r></w:p>\
						<w:p><w:r><w:t>The pay is £24,750.</w:t></w:r></w:p>\
						<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Post</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Hours</w:t></w:r></w:p></w:tc></w:tr>\
						<w:tr><w:tc><w:p><w:r><w:t>Keeper</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>37</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
						</w:body></w:document>"""));
		var page = DocumentFormat.WORD.read(file);
		assertThat(page.title()).isEqualTo("Lock keeper");
		assertThat(page.published()).isEqualTo("2026-02-01");
		assertThat(page.body())
			.isEqualTo("## Pay\n\nThe pay is £24,750.\n\n| Post | Hours |\n| --- | --- |\n| Keeper | 37 |");
	}

	@Test
	void readsAnOpenDocument() throws IOException {
		var file = zip("lock.odt", Map.of("meta.xml",
				"<office:document-meta xmlns:office=\"o\" xmlns:dc=\"d\"><office:meta><dc:date>2026-01-09T08:00:00</dc:date></office:meta></office:document-meta>",
				"content.xml",
				"""
						<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>\
						<text:h text:outline-level="1">Lock keeper</text:h><text:p>The pay<text:s/>is <text:span>£24,750</text:span>.</text:p>\
						<text:list><text:list-item><text:p>boots</text:p></text:list-item></text:list>\
						<table:table><table:table-row><table:table-cell><text:p>Post</text:p></table:table-cell><table:table-cell><text:p>Hours</text:p></table:table-cell></table:table-row>\
						<table:table-row><table:table-cell><text:p>Keeper</text:p></table:table-cell><table:table-cell><text:p>37</text:p></table:table-cell></table:table-row></table:table>\
						</office:text></office:body></office:document-content>"""));
		var page = DocumentFormat.OPEN_DOCUMENT.read(file);
		assertThat(page.title()).isEqualTo("Lock keeper");
		assertThat(page.published()).isEqualTo("2026-01-09");
		assertThat(page.body())
			.isEqualTo("The pay is £24,750.\n\n- boots\n\n| Post | Hours |\n| --- | --- |\n| Keeper | 37 |");
	}

	@Test
	void readsAPdfByItsTypeAndDropsWhatEveryPageHas() throws IOException {
		var file = this.folder.resolve("lock.pdf");
		try (var document = new PDDocument()) {
			for (int page = 1; page <= 3; page++) {
				page(document, page);
			}
			document.save(file.toFile());
		}
		var read = DocumentFormat.PDF.read(file);
		assertThat(read.title()).isEqualTo("Lock keeper");
		assertThat(read.body())
			.startsWith("A lock keeper works the gates of a canal in all weathers.\n\n- boots\n- gloves")
			.contains("## Pay")
			.doesNotContain("Canal Careers, page");
		assertThat(read.notes()).contains("dropped: 3 lines at the head or foot of pages (\"Canal Careers, page 1\")");
	}

	@Test
	void refusesAPdfThatIsLockedOrHoldsNoText() throws IOException {
		var locked = this.folder.resolve("locked.pdf");
		try (var document = new PDDocument()) {
			page(document, 1);
			document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
			document.save(locked.toFile());
		}
		assertThatIOException().isThrownBy(() -> DocumentFormat.PDF.read(locked)).withMessageContaining("password");
		var empty = this.folder.resolve("empty.pdf");
		try (var document = new PDDocument()) {
			document.addPage(new PDPage());
			document.save(empty.toFile());
		}
		assertThatIOException().isThrownBy(() -> DocumentFormat.PDF.read(empty)).withMessageContaining("no text");
	}

	@Test
	void readsPlainTextWithItsHeadingsAndLists() throws IOException {
		var page = read("lock.txt",
				"Lock keeper\n===========\n\nPay\n\nThe pay is\n£24,750.\n\nYOU NEED\n• boots\n• gloves\n1) patience\n");
		assertThat(page.title()).isEqualTo("Lock keeper");
		assertThat(page.body())
			.isEqualTo("## Pay\n\n\nThe pay is\n£24,750.\n\n## YOU NEED\n\n- boots\n- gloves\n1. patience");
		var windows = this.folder.resolve("old.txt");
		Files.write(windows, "It costs £95 – or less.".getBytes(Charset.forName("windows-1252")));
		assertThat(DocumentFormat.TEXT.read(windows).body()).isEqualTo("It costs £95 – or less.");
	}

	@ParameterizedTest
	@CsvSource({ "a.HTML,WEB_PAGE", "b.docx,WORD", "c.odt,OPEN_DOCUMENT", "d.pdf,PDF", "e.md,MARKDOWN", "f.txt,TEXT" })
	void tellsTheFormatByTheName(String name, DocumentFormat format) {
		assertThat(DocumentFormat.of(Path.of(name))).contains(format);
	}

	@Test
	void knowsWhatItCannotRead() {
		assertThat(DocumentFormat.of(Path.of("pay.xlsx"))).isEmpty();
	}

	@Test
	void saysThatAFileIsNotWhatItsNameSays() throws IOException {
		var file = Files.writeString(this.folder.resolve("x.docx"), "no zip");
		assertThatIOException().isThrownBy(() -> DocumentFormat.WORD.read(file))
			.withMessageContaining("no Word document");
		var other = Files.writeString(this.folder.resolve("x.odt"), "no zip");
		assertThatIOException().isThrownBy(() -> DocumentFormat.OPEN_DOCUMENT.read(other))
			.withMessageContaining("no OpenDocument");
	}

	private static void page(PDDocument document, int number) throws IOException {
		var page = new PDPage();
		document.addPage(page);
		try (var content = new PDPageContentStream(document, page)) {
			line(content, FontName.HELVETICA_BOLD, 18, 720, HEADINGS.get(number - 1));
			line(content, FontName.HELVETICA, 11, 690, "A lock keeper works the gates of");
			line(content, FontName.HELVETICA, 11, 676, "a canal in all weathers.");
			line(content, FontName.HELVETICA, 11, 650, "• boots");
			line(content, FontName.HELVETICA, 11, 636, "• gloves");
			line(content, FontName.HELVETICA, 9, 40, "Canal Careers, page " + number);
		}
	}

	private static void line(PDPageContentStream content, FontName font, int size, int height, String text)
			throws IOException {
		line(content, font, size, 72, height, text);
	}

	private static void line(PDPageContentStream content, FontName font, int size, int left, int height, String text)
			throws IOException {
		content.beginText();
		content.setFont(new PDType1Font(font), size);
		content.newLineAtOffset(left, height);
		content.showText(text);
		content.endText();
	}

	private ImportedDocument read(String name, String text) throws IOException {
		var file = Files.writeString(this.folder.resolve(name), text);
		return DocumentFormat.of(file).orElseThrow().read(file);
	}

	private Path zip(String name, Map<String, String> entries) throws IOException {
		var file = this.folder.resolve(name);
		try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
			for (var entry : entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
		return file;
	}

}
