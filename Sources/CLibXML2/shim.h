#include <libxml/xmlversion.h>
// Its headers would bring in those of ICU, which Foundation brings in another version of; only members at the end of a structure that
// libxml2 alone makes depend on it.
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

static inline void xmlDropMessage(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

// xmlParseChunk with this thread's error channels redirected: libxml2 writes what has no parser
// context, such as a failed conversion of encodings, to stderr, and Swift can't import variadic handlers.
static inline int xmlParseChunkQuietly(
  xmlParserCtxtPtr parser, const char *bytes, int count, int isLast, void *context,
  xmlStructuredErrorFunc handler) {
  xmlGenericErrorFunc generic = *__xmlGenericError();
  void *genericContext = *__xmlGenericErrorContext();
  xmlStructuredErrorFunc structured = *__xmlStructuredError();
  void *structuredContext = *__xmlStructuredErrorContext();
  xmlSetGenericErrorFunc(NULL, xmlDropMessage);
  xmlSetStructuredErrorFunc(context, handler);
  int result = xmlParseChunk(parser, bytes, count, isLast);
  xmlSetGenericErrorFunc(genericContext, generic);
  xmlSetStructuredErrorFunc(structuredContext, structured);
  return result;
}
