#ifndef GALLEY_CPGQUERY_SHIM_H
#define GALLEY_CPGQUERY_SHIM_H
#include <pg_query.h>
#endif
