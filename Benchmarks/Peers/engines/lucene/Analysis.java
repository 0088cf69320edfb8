import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.Version;

/** Lucene's side of analysis.py: the tokens of its EnglishAnalyzer, or how fast it makes them. */
public class Analysis {
  static final Analyzer analyzer = new EnglishAnalyzer();

  public static void main(String[] arguments) throws IOException {
    Path texts = Path.of(arguments[1]);
    if (arguments[0].equals("tokens")) write(texts);
    else measure(texts, Integer.parseInt(arguments[2]));
  }

  /** Writes a line for each text, with position:term for each token. */
  static void write(Path texts) throws IOException {
    try (var in = open(texts);
        OutputStream out = new BufferedOutputStream(System.out, 1 << 20)) {
      var line = new StringBuilder();
      for (String text; (text = next(in)) != null; ) {
        append(text, line);
        out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        line.setLength(0);
      }
    }
  }

  static void append(String text, StringBuilder line) throws IOException {
    try (TokenStream tokens = analyzer.tokenStream("body", new StringReader(text))) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      var increment = tokens.addAttribute(PositionIncrementAttribute.class);
      int position = -1;
      tokens.reset();
      while (tokens.incrementToken()) {
        position += increment.getPositionIncrement();
        if (line.length() > 0) line.append(' ');
        line.append(position).append(':').append(term);
      }
      tokens.end();
    }
  }

  /** Goes over the texts, which are in memory, and prints the seconds of each pass. */
  static void measure(Path file, int passes) throws IOException {
    var texts = new ArrayList<String>();
    try (var in = open(file)) {
      for (String text; (text = next(in)) != null; ) texts.add(text);
    }
    var seconds = new double[passes];
    long count = 0;
    for (int pass = 0; pass < passes; pass++) {
      long start = System.nanoTime();
      count = 0;
      for (String text : texts) count += count(text);
      seconds[pass] = (System.nanoTime() - start) / 1e9;
    }
    System.out.printf("{\"version\":\"%s\",\"tokens\":%d,\"pass_seconds\":%s}%n",
        Version.LATEST, count, Arrays.toString(seconds));
  }

  static long count(String text) throws IOException {
    try (TokenStream tokens = analyzer.tokenStream("body", new StringReader(text))) {
      long count = 0;
      tokens.reset();
      while (tokens.incrementToken()) count++;
      tokens.end();
      return count;
    }
  }

  static DataInputStream open(Path texts) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(texts), 1 << 20));
  }

  /** The next text, or null behind the last: four bytes of length, the highest first, and UTF-8. */
  static String next(DataInputStream in) throws IOException {
    int length;
    try {
      length = in.readInt();
    } catch (EOFException end) {
      return null;
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
