import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The passes over the queries, with the rules of engines/program.py. */
class Measurement {
  interface Search {
    long hits(String query) throws IOException;
  }

  /** Nanoseconds of each query, a row a pass. */
  final List<long[]> rows = new ArrayList<>();

  /** The sum of hits of one pass. */
  long hits;

  /** The queries that a pass goes through. */
  int queries;

  /** CPU µs a query of the best pass, of this thread. */
  double cpu = Double.MAX_VALUE;

  private final Search search;

  Measurement(Search search) {
    this.search = search;
  }

  void run(List<String> all, int warm, int passes, double budget) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime(), end = start + (long) (budget * 1e9), half = start + (long) (budget * 5e8);
    for (int i = 0; i < warm && System.nanoTime() < half; i++) pass(all, all.size(), half, new long[all.size()]);
    queries = all.size();
    while (rows.size() < passes && (rows.isEmpty() || System.nanoTime() < end)) {
      long[] times = new long[queries];
      long before = hits, spent = threads.getCurrentThreadCpuTime();
      int done = pass(all, queries, end, times);
      if (done < queries && !rows.isEmpty()) {
        hits = before;
        break;
      }
      cpu = Math.min(cpu, (threads.getCurrentThreadCpuTime() - spent) / 1e3 / done);
      queries = done;
      rows.add(times);
    }
  }

  private int pass(List<String> all, int count, long deadline, long[] times) throws IOException {
    hits = 0;
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      hits += search.hits(all.get(i));
      long end = System.nanoTime();
      times[i] = end - start;
      if (end > deadline) return i + 1;
    }
    return count;
  }

  /** The lines of the file of medians: µs of each query. */
  List<String> medians() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < queries; i++) {
      int query = i;
      long[] sorted = rows.stream().mapToLong(row -> row[query]).sorted().toArray();
      lines.add(String.format("%.1f", sorted[(sorted.length - 1) / 2] / 1e3));
    }
    return lines;
  }
}
