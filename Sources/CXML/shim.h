#ifndef GALLEY_CXML_SHIM_H
#define GALLEY_CXML_SHIM_H

// libxml2's ICU types collide with those that Foundation brings in debug builds;
// nothing here uses them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// xmlFree is a variable that holds a function, which Swift takes for shared state.
static inline void galley_xml_free(void *memory) { xmlFree(memory); }

#endif
