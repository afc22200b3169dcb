import Testing

@testable import Links

@Suite struct MailAddressTests {
    @Test(arguments: [
        "mailto:a@b.example", "mailto:a.b+c@mail.b.example?subject=x", "mailto:a@b.example,c@d.example",
        "mailto:?subject=x", "mailto:jürgen@bücher.example",
    ])
    func isSound(address: String) { #expect(MailAddress.fault(in: address) == nil) }

    @Test(arguments: [
        ("mailto:", "names nobody"), ("mailto:a", "no `@`"), ("mailto:@b.example", "nothing before"),
        ("mailto:a@", "no host"), ("mailto:a@b", "no host"), ("mailto:a@-b.example", "no host"),
        ("mailto:a@b..example", "no host"), ("mailto:a b@c.example", "may not stand"),
        ("mailto:a@b.example,", "no `@`"), ("mailto:a@@b.example", "may not stand"),
    ])
    func isNot(address: String, fault: String) {
        #expect(MailAddress.fault(in: address)?.contains(fault) == true, "\(MailAddress.fault(in: address) ?? "sound")")
    }
}
