import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.Version;

/**
 * Lucene, with BM25 of k1 = 0.9 and b = 0.4 and lengths in one byte.
 *
 * <p>Indexing: one thread, a gigabyte of buffer, merged into one segment. Searching: files mapped and preloaded, no
 * query cache, and a hit threshold of k, so that pruning starts as soon as k hits are known. Counts go by
 * IndexSearcher.count, which doesn't score.
 */
public class Peer {
  static final String FIELD = "body";
  static final Map<String, String> options = new HashMap<>();
  static final List<String> operands = new ArrayList<>();

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith("--")) options.put(arguments[i].substring(2), arguments[++i]);
      else operands.add(arguments[i]);
    }
    if (operands.get(0).equals("build")) build(Path.of(operands.get(1)), Path.of(operands.get(2)));
    else query(Path.of(operands.get(1)), Path.of(operands.get(2)));
  }

  static void build(Path corpus, Path out) throws IOException {
    var documents = documents(corpus);
    System.gc();
    long loaded = resident();
    boolean isEnglish = options.getOrDefault("text", "tokens").equals("english");
    Analyzer analyzer = isEnglish ? new EnglishAnalyzer() : new WhitespaceAnalyzer();
    var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long wall = System.nanoTime(), cpu = machine.getProcessCpuTime();
    var config = new IndexWriterConfig(analyzer);
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(1024);
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setUseCompoundFile(false);
    try (var writer = new IndexWriter(FSDirectory.open(out), config)) {
      for (var each : documents) {
        var document = new Document();
        document.add(new StringField("id", each[0], Field.Store.YES));
        document.add(new TextField(FIELD, each[1], Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
      writer.commit();
    }
    double seconds = (System.nanoTime() - wall) / 1e9, spent = (machine.getProcessCpuTime() - cpu) / 1e9;
    System.out.printf("{\"version\":\"%s\",\"docs\":%d,\"seconds\":%.2f,\"cpu_seconds\":%.2f,\"loaded\":%d}%n",
        Version.LATEST, documents.size(), seconds, spent, loaded);
  }

  /** Identifiers and texts, in memory. */
  static List<String[]> documents(Path corpus) throws IOException {
    var json = new ObjectMapper();
    var documents = new ArrayList<String[]>();
    try (var lines = Files.newBufferedReader(corpus)) {
      for (String line; (line = lines.readLine()) != null; ) {
        JsonNode node = json.readTree(line);
        String body = node.get("title").asText() + " " + node.get("text").asText();
        documents.add(new String[] {node.get("id").asText(), body.strip()});
      }
    }
    return documents;
  }

  /** Bytes of this process in memory. */
  static long resident() throws IOException {
    return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]) * 4096;
  }

  static IndexSearcher searcher;

  static void query(Path index, Path file) throws IOException {
    var directory = new MMapDirectory(index);
    directory.setPreload(MMapDirectory.ALL_FILES);
    searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(new BM25Similarity(0.9f, 0.4f));
    searcher.setQueryCache(null);
    String mode = options.get("mode");
    int k = Integer.parseInt(options.get("k"));
    var queries = Files.readAllLines(file);
    var times = new Measurement(text -> search(text, mode, k));
    times.run(queries, Integer.parseInt(options.get("warm")), Integer.parseInt(options.get("passes")),
        Double.parseDouble(options.getOrDefault("budget", "60")));
    if (options.containsKey("medians")) Files.write(Path.of(options.get("medians")), times.medians());
    if (options.containsKey("run")) writeRun(queries, mode, k);
    int segments = searcher.getIndexReader().leaves().size();
    System.out.printf(
        "{\"version\":\"%s\",\"queries\":%d,\"passes\":%d,\"hits\":%d,\"cpu\":%.1f,\"segments\":%d}%n",
        Version.LATEST, times.queries, times.rows.size(), times.hits, times.cpu, segments);
  }

  /** Answers one query and returns how many hits it has, or all matches for the mode count. */
  static long search(String text, String mode, int k) throws IOException {
    return mode.equals("count") ? searcher.count(parse(text, mode)) : best(text, mode, k).scoreDocs.length;
  }

  static TopDocs best(String text, String mode, int k) throws IOException {
    return searcher.search(parse(text, mode), new TopScoreDocCollectorManager(k, null, k));
  }

  static Query parse(String text, String mode) {
    var words = text.split(" ");
    if (words.length == 1) return new TermQuery(new Term(FIELD, text));
    if (mode.equals("phrase")) return new PhraseQuery(FIELD, words);
    var occur = mode.equals("intersection") ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD;
    var query = new BooleanQuery.Builder();
    for (var word : words) query.add(new TermQuery(new Term(FIELD, word)), occur);
    return query.build();
  }

  static void writeRun(List<String> queries, String mode, int k) throws IOException {
    var stored = searcher.getIndexReader().storedFields();
    try (var out = new PrintWriter(options.get("run"), "UTF-8")) {
      for (int i = 0; i < queries.size(); i++) {
        int rank = 0;
        for (ScoreDoc hit : best(queries.get(i), mode, k).scoreDocs) {
          String id = stored.document(hit.doc, Set.of("id")).get("id");
          out.println(i + " Q0 " + id + " " + ++rank + " " + hit.score + " run");
        }
      }
    }
  }
}
