// A forgotten passcode: what the tablet asks the office for, and the unlock file that the office answers with.
// Never lets a key lie in the open: the request holds copies that only the office opens, the answer only the tablet.
#pragma once

#include <vector>

#include "core/base/random.h"
#include "core/crypto/age/age.h"
#include "core/crypto/vault.h"
#include "core/engine/row.h"

namespace daybook {

/// Lies in the open: it opens nothing by itself.
struct RecoveryRequest {
    DeviceId device;            ///< new: the name of the keys that wait for the answer
    age::Recipient recipient;   ///< whom the answer is written to
    std::vector<Bytes> copies;  ///< recovery copies (Vault::recovery_copy)
};

/// Deterministic CBOR: ["daybook recovery request 1", device, "age1...", [copy, ...]].
[[nodiscard]] Bytes encode(const RecoveryRequest& request);
[[nodiscard]] Result<RecoveryRequest> decode_recovery_request(ByteView file);  ///< Errc::corrupt, Errc::newer

/// What the office's keys opened.
struct RecoveryAnswer {
    Bytes file;                             ///< an age file for the request's recipient; empty if nothing was opened
    std::vector<InspectionId> inspections;  ///< each once
    std::size_t not_opened = 0;             ///< copies that these keys do not open, or that are damaged
};

/// The office's side. Errc::invalid if the recipient is none that anything can be written to.
[[nodiscard]] Result<RecoveryAnswer> answer(const RecoveryRequest& request, const age::Keys& keys,
                                            const RandomSource& random);

/// The tablet's side: the keys in an unlock file. `identity` is the request's secret, `device` its device.
/// Errc::wrong_key for a file that answers another request, Errc::corrupt, Errc::newer.
[[nodiscard]] Result<std::vector<RecoveredKey>> read_unlock_file(ByteView file, const age::Identity& identity,
                                                                 DeviceId device);

/// Takes in those of the keys that open something of `rows`. The result are the rows of the data keys, to be stored.
[[nodiscard]] std::vector<Row> adopt(Vault& vault, const std::vector<RecoveredKey>& keys, const std::vector<Row>& rows,
                                     const RandomSource& random);

/// What other devices' keys have sealed or wrapped, if every inspection of `rows` is among `adopted`; else nothing:
/// what they alone open must stay. Each place stands for itself and all lower numbers.
[[nodiscard]] std::vector<RowPlace> replaced_by(const std::vector<Row>& adopted, DeviceId device,
                                                const std::vector<Row>& rows);

}  // namespace daybook
