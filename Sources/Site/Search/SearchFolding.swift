import Foundation

/// Letters beyond ASCII as search compares them: small, and without accents.
///
/// The scripts of the theme do the same with what a reader types.
enum SearchFolding {
    /// What a character is in a word; a bond stands between two of its letters.
    enum Kind { case letter, bond, ideograph, other }

    /// Chinese and Japanese put no blank between words, so each of their characters is a word.
    static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return .ideograph
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            return .letter
        default: return .other
        }
    }

    static func folded(_ text: String) -> String {
        var small = ""
        for scalar in text.unicodeScalars { small += scalar.properties.lowercaseMapping }
        var folded = String.UnicodeScalarView()
        for scalar in small.decomposedStringWithCanonicalMapping.unicodeScalars
        where !(0x300...0x36F).contains(scalar.value) {
            folded.append(scalar)
        }
        return String(folded)
    }
}
