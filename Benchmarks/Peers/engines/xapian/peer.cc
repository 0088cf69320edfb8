// Xapian, by its C++ library: terms with positions, compacted into one level; BM25 of k1 = 0.9 and b = 0.4.
//
// Its idf is bounded below and its formula has more knobs than ours, all set to nothing. Counts check every match.

#include <xapian.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

#include "measurement.h"

namespace {

struct Document {
  std::string id, body;
};

std::map<std::string, std::string> options;

std::string option(const std::string& name, const std::string& otherwise = "") {
  auto found = options.find(name);
  return found == options.end() ? otherwise : found->second;
}

// The next string of a corpus line, from `at` on: the writer of the corpus escapes but quotes and backslashes.
std::string nextString(const std::string& line, const std::string& key, size_t& at) {
  at = line.find("\"" + key + "\":\"", at) + key.size() + 4;
  std::string value;
  for (; line[at] != '"'; at++) value += line[at] == '\\' ? line[++at] : line[at];
  return value;
}

std::vector<Document> documents(const std::string& corpus) {
  std::vector<Document> all;
  std::ifstream lines(corpus);
  for (std::string line; std::getline(lines, line);) {
    size_t at = 0;
    std::string id = nextString(line, "id", at), title = nextString(line, "title", at);
    all.push_back({id, title + " " + nextString(line, "text", at)});
  }
  return all;
}

size_t resident() {
  size_t pages;
  std::ifstream("/proc/self/statm") >> pages >> pages;
  return pages * sysconf(_SC_PAGESIZE);
}

void addTokens(Xapian::Document& document, const std::string& body) {
  std::istringstream words(body);
  Xapian::termpos position = 0;
  for (std::string word; words >> word;) document.add_posting(word, ++position);
}

void build(const std::string& corpus, const std::string& out) {
  auto all = documents(corpus);
  size_t loaded = resident();
  auto start = std::chrono::steady_clock::now();
  clock_t cpu = clock();
  std::string draft = out + ".draft";
  {
    Xapian::WritableDatabase database(draft, Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator english;
    english.set_stemmer(Xapian::Stem("english"));
    english.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
    bool isEnglish = option("text", "tokens") == "english";
    for (auto& each : all) {
      Xapian::Document document;
      document.set_data(each.id);
      if (isEnglish) {
        english.set_document(document);
        english.set_termpos(0);
        english.index_text(each.body);
      } else {
        addTokens(document, each.body);
      }
      database.add_document(document);
    }
    database.commit();
    database.compact(out);
  }
  std::filesystem::remove_all(draft);
  std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::cout << "{\"version\":\"" << Xapian::version_string() << "\",\"docs\":" << all.size()
            << ",\"seconds\":" << seconds.count() << ",\"cpu_seconds\":" << double(clock() - cpu) / CLOCKS_PER_SEC << ",\"loaded\":" << loaded << "}\n";
}

Xapian::Query parse(const std::string& text, const std::string& mode) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  auto operation = mode == "phrase"         ? Xapian::Query::OP_PHRASE
                   : mode == "intersection" ? Xapian::Query::OP_AND
                                            : Xapian::Query::OP_OR;
  return Xapian::Query(operation, words.begin(), words.end());
}

void query(const std::string& index, const std::string& file) {
  Xapian::Database database(index);
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(0.9, 0, 0, 0.4, 0));
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  std::vector<std::string> queries;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) queries.push_back(line);
  std::string mode = option("mode");
  Xapian::doccount k = std::stoul(option("k"));

  auto best = [&](const std::string& text) {
    enquire.set_query(parse(text, mode));
    return enquire.get_mset(0, k);
  };
  auto search = [&](const std::string& text) -> size_t {
    if (mode != "count") return best(text).size();
    enquire.set_query(parse(text, mode));
    return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
  };
  auto measured = measure(queries, std::stoi(option("warm")), std::stoi(option("passes")),
                          std::stod(option("budget", "60")), search);
  if (!option("medians").empty()) {
    std::ofstream out(option("medians"));
    for (double median : measured.medians) out << median << '\n';
  }
  if (!option("run").empty()) {
    std::ofstream out(option("run"));
    out.precision(9);
    for (size_t i = 0; i < queries.size(); i++) {
      auto hits = best(queries[i]);
      for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
        std::string id = hit.get_document().get_data();
        out << i << " Q0 " << id << ' ' << hit.get_rank() + 1 << ' ' << hit.get_weight() << " run\n";
      }
    }
  }
  std::cout << "{\"version\":\"" << Xapian::version_string() << "\",\"queries\":" << measured.medians.size()
            << ",\"passes\":" << measured.passes << ",\"hits\":" << measured.hits
            << ",\"cpu\":" << measured.cpu << "}\n";
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> operands;
  for (int i = 1; i < count; i++) {
    std::string argument = arguments[i];
    if (argument.rfind("--", 0) == 0 && i + 1 < count)
      options[argument.substr(2)] = arguments[++i];
    else
      operands.push_back(argument);
  }
  if (operands.size() != 3) {
    std::cerr << "xapian: expected build CORPUS OUT or query INDEX QUERIES\n";
    return 2;
  }
  (operands[0] == "build" ? build : query)(operands[1], operands[2]);
}
