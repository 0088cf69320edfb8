// The passes over the queries, with the rules of engines/program.py.

#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <string>
#include <vector>

struct Measured {
  std::vector<double> medians;  // µs of each query
  size_t passes = 0;
  size_t hits = 0;  // the sum of one pass
  double cpu = 1e18;  // CPU µs a query of the best pass
};

template <class Search>
Measured measure(const std::vector<std::string>& queries, int warm, size_t passes, double budget, Search search) {
  using Clock = std::chrono::steady_clock;
  auto start = Clock::now();
  auto at = [&](double seconds) {
    return start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  };
  size_t hits = 0;
  auto pass = [&](size_t count, Clock::time_point deadline) {
    std::vector<double> times;
    hits = 0;
    while (times.size() < count) {
      auto before = Clock::now();
      hits += search(queries[times.size()]);
      auto after = Clock::now();
      times.push_back(std::chrono::duration<double, std::micro>(after - before).count());
      if (after > deadline) break;
    }
    return times;
  };
  for (int i = 0; i < warm && Clock::now() < at(budget / 2); i++) pass(queries.size(), at(budget / 2));

  Measured measured;
  std::vector<std::vector<double>> rows;
  size_t count = queries.size();
  while (rows.size() < passes && (rows.empty() || Clock::now() < at(budget))) {
    clock_t before = clock();
    auto times = pass(count, at(budget));
    if (!rows.empty() && times.size() < count) break;
    count = times.size();
    rows.push_back(times);
    measured.hits = hits;
    measured.cpu = std::min(measured.cpu, double(clock() - before) / CLOCKS_PER_SEC * 1e6 / count);
  }
  measured.passes = rows.size();
  for (size_t i = 0; i < count; i++) {
    std::vector<double> column;
    for (auto& row : rows) column.push_back(row[i]);
    std::sort(column.begin(), column.end());
    measured.medians.push_back(column[(column.size() - 1) / 2]);
  }
  return measured;
}
