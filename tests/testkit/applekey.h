#pragma once

#include <QByteArray>

namespace golive {

/// A private key as Apple hands it out. Its number reads "a test's own: this is no secret.".
inline QByteArray samplePrivateKey()
{
    return "-----BEGIN PRIVATE KEY-----\n"
           "MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAlAgEBBCBhIHRlc3QncyBvd246\n"
           "IHRoaXMgaXMgbm8gc2VjcmV0Lg==\n"
           "-----END PRIVATE KEY-----\n";
}

} // namespace golive
